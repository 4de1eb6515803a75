import type { NewExtension } from './extension';
import type { PartialConfiguration } from './partial-configuration';

/** Options of the mock that shape its default configuration. */
export interface DefaultsGiven {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly grantedExtensions: readonly string[];
  readonly xapiEnabled: boolean;
}

const extensions: readonly NewExtension[] = ['100', '101', '102', '103', '104', '105'].map((number) => ({
  number,
}));

/**
 * The phone system as it stands when nothing is configured: one route point,
 * extensions 100–105, queue 800, ring group 810, IVR 820, trunk 10001 and the
 * parking places SP0–SP9. Outside calls go to the route point.
 */
export function defaultConfiguration({
  clientId,
  clientSecret,
  grantedExtensions,
  xapiEnabled,
}: DefaultsGiven): Required<
  Omit<PartialConfiguration, 'parkingSettings' | 'dialCodes' | 'officeHours' | 'license'>
> {
  return {
    departments: [{ number: 'GRP0000', name: 'DEFAULT', isDefault: true }],
    extensions,
    trunks: [{ number: '10001' }],
    inboundRules: [{ condition: 'ForwardAll', officeHours: { to: 'RoutePoint', number: clientId } }],
    servicePrincipals: [{ number: clientId, secret: clientSecret, peers: grantedExtensions, xapiEnabled }],
    ringGroups: [{ number: '810', members: ['102', '103'] }],
    queues: [{ number: '800', agents: ['100', '101'] }],
    ivrs: [
      {
        number: '820',
        keys: [
          { key: '1', route: { to: 'Queue', number: '800' } },
          { key: '2', route: { to: 'Extension', number: '101' } },
        ],
      },
    ],
    parkings: Array.from({ length: 10 }, (_, place) => ({ number: `SP${place}` })),
  };
}
