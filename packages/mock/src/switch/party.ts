/** DN types as the Call Control API names them (3CX facts 3.2). */
export type DnType =
  | 'Wroutepoint'
  | 'Wextension'
  | 'Wqueue'
  | 'Wringgroup'
  | 'Wivr'
  | 'Wparking'
  | 'Wspecialmenu'
  | 'Wexternalline';

export interface Device {
  /** SIP contact, e.g. `sip:100@127.0.0.1:5060`. */
  readonly id: string;
  readonly userAgent: string;
  /** Whether it can be answered and made to call through the API (uaCSTA). */
  readonly directControl: boolean;
}

/** A number that lives on the phone system. */
export interface Dn {
  readonly number: string;
  readonly type: DnType;
  readonly name: string;
  readonly devices: readonly Device[];
}

/** One side of a conversation, as the other side sees it. */
export interface Party {
  /** The DN the party is reached through: its own, or the trunk's for someone outside. */
  readonly dn: string;
  readonly type: DnType;
  /** Number as presented. */
  readonly callerId: string;
  readonly name: string;
  /** Number dialled to get in, for a caller from outside. */
  readonly did: string;
  /** The trunk doesn't say which number was dialled. */
  readonly withholdsDid?: boolean;
}

export function partyOf(dn: Dn): Party {
  return { dn: dn.number, type: dn.type, callerId: dn.number, name: dn.name, did: '' };
}
