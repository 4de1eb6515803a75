import type { NewDepartment } from './department';
import type { DialCodes } from './dial-codes';
import type { NewExtension } from './extension';
import type { NewInboundRule } from './inbound-rule';
import type { NewIvr } from './ivr';
import type { License } from './license';
import type { OfficeHours } from './office-hours';
import type { NewParking, ParkingSettings } from './parking';
import type { NewQueue } from './queue';
import type { NewRingGroup } from './ring-group';
import type { NewServicePrincipal } from './service-principal';
import type { NewTrunk } from './trunk';

/**
 * What may be said about a phone system when it is made. A list that is given
 * takes the place of the default list; a property that isn't has its default.
 */
export interface PartialConfiguration {
  readonly departments?: readonly NewDepartment[];
  readonly extensions?: readonly NewExtension[];
  readonly trunks?: readonly NewTrunk[];
  readonly inboundRules?: readonly NewInboundRule[];
  readonly servicePrincipals?: readonly NewServicePrincipal[];
  readonly ringGroups?: readonly NewRingGroup[];
  readonly queues?: readonly NewQueue[];
  readonly ivrs?: readonly NewIvr[];
  readonly parkings?: readonly NewParking[];
  readonly parkingSettings?: Partial<ParkingSettings>;
  readonly dialCodes?: Partial<DialCodes>;
  readonly officeHours?: Partial<OfficeHours>;
  readonly license?: Partial<License>;
}
