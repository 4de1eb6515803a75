import {
  checkCount,
  checkExtension,
  checkNumber,
  checkOfficeHours,
  checkOutsideNumber,
  routesOf,
} from './checks';
import { Collection } from './collection';
import type { Change, Entity } from './collection';
import { ConfigurationError } from './configuration-error';
import { defaultConfiguration } from './default-configuration';
import type { DefaultsGiven } from './default-configuration';
import { departmentFrom } from './department';
import type { DepartmentConfiguration, NewDepartment } from './department';
import { defaultDialCodes } from './dial-codes';
import type { DialCodes } from './dial-codes';
import { extensionFrom } from './extension';
import type { ExtensionConfiguration, NewExtension } from './extension';
import { inboundRuleFrom } from './inbound-rule';
import type { InboundRule, NewInboundRule } from './inbound-rule';
import { ivrFrom } from './ivr';
import type { IvrConfiguration, NewIvr } from './ivr';
import { fullLicense } from './license';
import type { License } from './license';
import { alwaysOpen, officeStateAt } from './office-hours';
import type { OfficeHours, OfficeState } from './office-hours';
import { defaultParkingSettings, parkingFrom } from './parking';
import type { NewParking, ParkingConfiguration, ParkingSettings } from './parking';
import type { PartialConfiguration } from './partial-configuration';
import { queueFrom } from './queue';
import type { NewQueue, QueueConfiguration } from './queue';
import { ringGroupFrom } from './ring-group';
import type { NewRingGroup, RingGroupConfiguration } from './ring-group';
import type { RouteKind, RouteTo } from './route-to';
import { servicePrincipalFrom } from './service-principal';
import type { NewServicePrincipal, ServicePrincipalConfiguration } from './service-principal';
import { Singleton } from './singleton';
import { trunkFrom } from './trunk';
import type { NewTrunk, TrunkConfiguration } from './trunk';

/** A number of the phone system and what it is. */
export type ConfiguredDn =
  | { readonly kind: 'department'; readonly entity: DepartmentConfiguration }
  | { readonly kind: 'extension'; readonly entity: ExtensionConfiguration }
  | { readonly kind: 'trunk'; readonly entity: TrunkConfiguration }
  | { readonly kind: 'route-point'; readonly entity: ServicePrincipalConfiguration }
  | { readonly kind: 'ring-group'; readonly entity: RingGroupConfiguration }
  | { readonly kind: 'queue'; readonly entity: QueueConfiguration }
  | { readonly kind: 'ivr'; readonly entity: IvrConfiguration }
  | { readonly kind: 'parking'; readonly entity: ParkingConfiguration };

/** Which kind of DN each kind of destination names. */
const kindNamedBy: Partial<Record<RouteKind, ConfiguredDn['kind']>> = {
  VoiceMail: 'extension',
  Extension: 'extension',
  Queue: 'queue',
  RingGroup: 'ring-group',
  IVR: 'ivr',
  RoutePoint: 'route-point',
};

/** Where numbers made by the PBX itself begin. */
const firstFreeNumber = {
  extension: 100,
  queue: 800,
  'ring-group': 810,
  ivr: 820,
  trunk: 10_001,
} as const;

export type ConfigurationListener = (
  part: ConfigurationPart,
  change: Change<Entity> | { readonly kind: 'settings' },
) => void;

export type ConfigurationPart =
  | 'departments'
  | 'extensions'
  | 'trunks'
  | 'inboundRules'
  | 'servicePrincipals'
  | 'ringGroups'
  | 'queues'
  | 'ivrs'
  | 'parkings'
  | 'parkingSettings'
  | 'dialCodes'
  | 'officeHours'
  | 'license';

export interface ConfigurationOptions extends DefaultsGiven {
  readonly presentDid: boolean;
  readonly extensionDirectControl: boolean;
  readonly configuration: PartialConfiguration;
}

/**
 * How a phone system is configured: the only source the switch reads, and what
 * XAPI changes. Every change is checked as a whole before it counts, and told to
 * whoever subscribed; a call in progress goes on under what it began with.
 */
export class PbxConfiguration {
  readonly departments: Collection<DepartmentConfiguration, NewDepartment>;
  readonly extensions: Collection<ExtensionConfiguration, NewExtension>;
  readonly trunks: Collection<TrunkConfiguration, NewTrunk>;
  readonly inboundRules: Collection<InboundRule, NewInboundRule>;
  readonly servicePrincipals: Collection<ServicePrincipalConfiguration, NewServicePrincipal>;
  readonly ringGroups: Collection<RingGroupConfiguration, NewRingGroup>;
  readonly queues: Collection<QueueConfiguration, NewQueue>;
  readonly ivrs: Collection<IvrConfiguration, NewIvr>;
  readonly parkings: Collection<ParkingConfiguration, NewParking>;
  readonly parkingSettings: Singleton<ParkingSettings>;
  readonly dialCodes: Singleton<DialCodes>;
  readonly officeHours: Singleton<OfficeHours>;
  readonly license: Singleton<License>;

  readonly #listeners = new Set<ConfigurationListener>();
  /** Destinations may name what is made later, until everything is there. */
  #building = true;
  #lastId = 0;

  /** @throws ConfigurationError when what is given can't be. */
  constructor(options: ConfigurationOptions) {
    const {
      presentDid,
      extensionDirectControl: directControl,
      clientSecret: secret,
      configuration,
    } = options;
    const id = (): number => (this.#lastId += 1);

    this.departments = this.#collection(
      'departments',
      (given: NewDepartment) => departmentFrom(given, id()),
      {
        mayRemove: ({ isDefault }) => {
          if (isDefault) {
            throw new ConfigurationError(
              'last-of-its-kind',
              'id',
              "The DEFAULT department can't be removed.",
            );
          }
        },
      },
    );
    this.extensions = this.#collection(
      'extensions',
      (given: NewExtension) =>
        extensionFrom(given, id(), { directControl, departmentId: this.#defaultDepartment }),
      {
        check: (extension) => {
          checkExtension(extension);
          for (const [property, route] of routesOf(extension)) this.#checkRoute(property, route);
        },
      },
    );
    this.trunks = this.#collection('trunks', (given: NewTrunk) => trunkFrom(given, id(), { presentDid }), {
      check: ({ simultaneousCalls }) => {
        checkCount('simultaneousCalls', simultaneousCalls);
      },
    });
    this.inboundRules = this.#collection(
      'inboundRules',
      (given: NewInboundRule) => inboundRuleFrom(given, id()),
      {
        check: (rule) => {
          this.#checkRoute('officeHours', rule.officeHours);
          if (rule.outOfOfficeHours) this.#checkRoute('outOfOfficeHours', rule.outOfOfficeHours);
          if (rule.holidays) this.#checkRoute('holidays', rule.holidays);
        },
      },
    );
    this.servicePrincipals = this.#collection('servicePrincipals', (given: NewServicePrincipal) =>
      servicePrincipalFrom(given, id(), { secret, departmentId: this.#defaultDepartment }),
    );
    this.ringGroups = this.#collection('ringGroups', (given: NewRingGroup) => ringGroupFrom(given, id()), {
      check: ({ ringSeconds, members, noAnswer }) => {
        checkCount('ringSeconds', ringSeconds, 1);
        this.#checkExtensions('members', members);
        this.#checkRoute('noAnswer', noAnswer);
      },
    });
    this.queues = this.#collection('queues', (given: NewQueue) => queueFrom(given, id()), {
      check: (queue) => {
        checkCount('ringSeconds', queue.ringSeconds, 1);
        for (const property of ['wrapUpSeconds', 'maxWaitSeconds', 'maxCallers', 'slaSeconds'] as const) {
          checkCount(property, queue[property]);
        }
        this.#checkExtensions(
          'agents',
          queue.agents.map(({ number }) => number),
        );
        this.#checkExtensions('managers', queue.managers);
        this.#checkRoute('overflow', queue.overflow);
      },
    });
    this.ivrs = this.#collection('ivrs', (given: NewIvr) => ivrFrom(given, id()), {
      check: ({ timeoutSeconds, timeout, keys, invalidKey }) => {
        checkCount('timeoutSeconds', timeoutSeconds, 1);
        for (const { route } of keys) this.#checkRoute('keys', route);
        this.#checkRoute('timeout', timeout);
        if (invalidKey) this.#checkRoute('invalidKey', invalidKey);
      },
    });
    this.parkings = this.#collection('parkings', (given: NewParking) => parkingFrom(given, id()));
    this.parkingSettings = this.#singleton('parkingSettings', defaultParkingSettings, (settings) => {
      checkCount('autoPickupSeconds', settings.autoPickupSeconds, 1);
      if (settings.autoPickup !== 'TransferBack') this.#checkRoute('autoPickup', settings.autoPickup);
    });
    this.dialCodes = this.#singleton('dialCodes', defaultDialCodes, () => undefined);
    this.officeHours = this.#singleton('officeHours', alwaysOpen, checkOfficeHours);

    this.license = this.#singleton('license', fullLicense, () => undefined);

    const { parkingSettings, dialCodes, officeHours, license, ...lists } = configuration;
    this.#load({ ...defaultConfiguration(options), ...lists });
    this.parkingSettings.change(parkingSettings ?? {});
    this.dialCodes.change(dialCodes ?? {});
    this.officeHours.change(officeHours ?? {});
    this.license.change(license ?? {});
    this.#building = false;
    this.#checkAll();
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: ConfigurationListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** What a number is, whatever kind. */
  dn(number: string): ConfiguredDn | undefined {
    const extension = this.extensions.find(number);
    if (extension) return { kind: 'extension', entity: extension };
    const principal = this.servicePrincipals.find(number);
    if (principal) return { kind: 'route-point', entity: principal };
    const queue = this.queues.find(number);
    if (queue) return { kind: 'queue', entity: queue };
    const ringGroup = this.ringGroups.find(number);
    if (ringGroup) return { kind: 'ring-group', entity: ringGroup };
    const ivr = this.ivrs.find(number);
    if (ivr) return { kind: 'ivr', entity: ivr };
    const parking = this.parkings.find(number);
    if (parking) return { kind: 'parking', entity: parking };
    const trunk = this.trunks.find(number);
    if (trunk) return { kind: 'trunk', entity: trunk };
    const department = this.departments.find(number);
    return department && { kind: 'department', entity: department };
  }

  /** The next number of its kind that nobody has. */
  freeNumber(kind: keyof typeof firstFreeNumber | 'parking' | 'department'): string {
    const numbers = (make: (index: number) => string): string => {
      let index = 0;
      while (this.dn(make(index))) index += 1;
      return make(index);
    };
    if (kind === 'parking') return numbers((index) => `SP${index}`);
    if (kind === 'department') return numbers((index) => `GRP${String(index).padStart(4, '0')}`);
    return numbers((index) => String(firstFreeNumber[kind] + index));
  }

  /** Whether the office is open at `at`, epoch milliseconds. */
  officeStateAt(at: number): OfficeState {
    return officeStateAt(this.officeHours.value, at);
  }

  get #defaultDepartment(): number {
    return (this.departments.all.find(({ isDefault }) => isDefault) ?? this.departments.all[0])?.id ?? 0;
  }

  #collection<E extends Entity, N>(
    part: ConfigurationPart,
    make: (given: N) => E,
    more: { readonly check?: (entity: E) => void; readonly mayRemove?: (entity: E) => void } = {},
  ): Collection<E, N> {
    return new Collection(part, {
      make,
      check: (entity, before) => {
        if (entity.number !== undefined && entity.number !== before?.number) {
          checkNumber(entity.number);
          if (this.dn(entity.number)) {
            throw new ConfigurationError('number-taken', 'number', `The number ${entity.number} is taken.`);
          }
        }
        more.check?.(entity);
      },
      ...(more.mayRemove ? { mayRemove: more.mayRemove } : {}),
      changed: (change) => {
        this.#tell(part, change);
      },
    });
  }

  #singleton<T extends object>(part: ConfigurationPart, value: T, check: (value: T) => void): Singleton<T> {
    return new Singleton(value, check, () => {
      this.#tell(part, { kind: 'settings' });
    });
  }

  #load(given: ReturnType<typeof defaultConfiguration>): void {
    for (const department of given.departments) this.departments.add(department);
    for (const principal of given.servicePrincipals) this.servicePrincipals.add(principal);
    for (const extension of given.extensions) this.extensions.add(extension);
    for (const trunk of given.trunks) this.trunks.add(trunk);
    for (const queue of given.queues) this.queues.add(queue);
    for (const ringGroup of given.ringGroups) this.ringGroups.add(ringGroup);
    for (const ivr of given.ivrs) this.ivrs.add(ivr);
    for (const parking of given.parkings) this.parkings.add(parking);
    for (const rule of given.inboundRules) this.inboundRules.add(rule);
  }

  /** Everything once more, now that every number is there. */
  #checkAll(): void {
    for (const { id } of this.extensions.all) this.extensions.change(id, {});
    for (const { id } of this.inboundRules.all) this.inboundRules.change(id, {});
    for (const { id } of this.queues.all) this.queues.change(id, {});
    for (const { id } of this.ringGroups.all) this.ringGroups.change(id, {});
    for (const { id } of this.ivrs.all) this.ivrs.change(id, {});
    this.parkingSettings.change({});
  }

  #checkRoute(property: string, { to, number }: RouteTo): void {
    if (this.#building || to === 'None') return;
    if (to === 'External') {
      checkOutsideNumber(property, number);
    } else if (this.dn(number)?.kind !== kindNamedBy[to]) {
      throw new ConfigurationError('no-such-destination', property, `There is no ${to} ${number}.`);
    }
  }

  #checkExtensions(property: string, numbers: readonly string[]): void {
    if (this.#building) return;
    const missing = numbers.find((number) => !this.extensions.find(number));
    if (missing !== undefined) {
      throw new ConfigurationError('no-such-destination', property, `There is no extension ${missing}.`);
    }
  }

  #tell(part: ConfigurationPart, change: Parameters<ConfigurationListener>[1]): void {
    for (const listener of [...this.#listeners]) listener(part, change);
  }
}
