import type { ExtensionConfiguration } from '../configuration/extension';
import type { Exchange } from './exchange';

/** Tells the listeners of an exchange which devices come and go. */
export function watchRegistrations({ configuration, directory, listeners, phones }: Exchange): void {
  let known = new Map<string, ExtensionConfiguration>();
  const remember = (): void => {
    known = new Map(configuration.extensions.all.map((extension) => [extension.number, extension]));
  };
  remember();

  phones.onRegistration = (number, registered) => {
    const dn = directory.find(number);
    for (const { id } of dn?.devices ?? []) if (dn) listeners.deviceChanged(dn, id, registered);
  };
  configuration.subscribe((part) => {
    if (part !== 'extensions') return;
    const before = known;
    remember();
    for (const [number, { devices }] of known) {
      const dn = directory.find(number);
      const earlier = before.get(number)?.devices ?? [];
      if (!dn || earlier === devices) continue;
      for (const { id } of earlier) {
        if (!devices.some((device) => device.id === id)) listeners.deviceChanged(dn, id, false);
      }
      for (const { id } of devices) {
        if (!earlier.some((device) => device.id === id)) listeners.deviceChanged(dn, id, true);
      }
    }
  });
}
