import { ConfigurationError } from './configuration-error';
import type { ExtensionConfiguration } from './extension';
import type { OfficeHours } from './office-hours';
import type { RouteTo } from './route-to';

const dnPattern = /^[A-Za-z0-9_-]{1,64}$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const outsidePattern = /^\+?\d{3,20}$/;

/** @throws ConfigurationError unless `number` can be a DN. */
export function checkNumber(number: string): void {
  if (!dnPattern.test(number)) {
    throw new ConfigurationError(
      'bad-value',
      'number',
      'A number has 1 to 64 letters, digits, hyphens or underscores.',
    );
  }
}

/** @throws ConfigurationError unless `value` is a whole number from `least` on. */
export function checkCount(property: string, value: number, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    throw new ConfigurationError('bad-value', property, `${property} is a whole number from ${least} on.`);
  }
}

export function checkExtension(extension: ExtensionConfiguration): void {
  const ids = extension.devices.map(({ id }) => id);
  if (new Set(ids).size !== ids.length || ids.includes('')) {
    throw new ConfigurationError('bad-value', 'devices', 'Every device has an id of its own.');
  }
  if (!extension.profiles.some(({ name }) => name === extension.currentProfile)) {
    throw new ConfigurationError('bad-value', 'currentProfile', 'The extension has no profile of that name.');
  }
  for (const profile of extension.profiles) {
    if (profile.style === 'available') checkCount('noAnswerSeconds', profile.noAnswerSeconds, 1);
  }
}

/** Every destination an extension's profiles name, with the property it stands in. */
export function routesOf({ profiles }: ExtensionConfiguration): [string, RouteTo][] {
  return profiles.flatMap((profile): [string, RouteTo][] => {
    const byOrigin =
      profile.style === 'available'
        ? { noAnswer: profile.noAnswer, busy: profile.busy, notRegistered: profile.notRegistered }
        : { forward: profile.forward };
    return Object.entries(byOrigin).flatMap(([property, { internal, external }]): [string, RouteTo][] => [
      [property, internal],
      [property, external],
    ]);
  });
}

export function checkOfficeHours({ timeZone, periods, holidays }: OfficeHours): void {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
  } catch {
    throw new ConfigurationError('bad-value', 'timeZone', 'timeZone is an IANA name such as Europe/Berlin.');
  }
  for (const { start, stop } of periods) {
    if (!timePattern.test(start) || !timePattern.test(stop)) {
      throw new ConfigurationError('bad-value', 'periods', 'start and stop are HH:mm, 24:00 at the latest.');
    }
  }
  for (const { from, to } of holidays) {
    if (!datePattern.test(from) || !datePattern.test(to)) {
      throw new ConfigurationError('bad-value', 'holidays', 'from and to are dates, YYYY-MM-DD.');
    }
  }
}

/** @throws ConfigurationError unless the destination is an outside number. */
export function checkOutsideNumber(property: string, number: string): void {
  if (!outsidePattern.test(number)) {
    throw new ConfigurationError('bad-value', property, 'An outside number has 3 to 20 digits.');
  }
}
