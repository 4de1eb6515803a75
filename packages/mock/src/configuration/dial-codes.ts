/**
 * What is dialled for a service. The PBX's own defaults are in no source, so
 * clients read them through XAPI; these are the ones older versions had (3CX facts 10.9).
 */
export interface DialCodes {
  /** Followed by a place, `*00`; or dialled alone for the first free place. */
  readonly park: string;
  /** Followed by the place. */
  readonly unpark: string;
  /** Followed by the extension whose box it is. */
  readonly voicemail: string;
  /** Followed by the extension that rings; alone picks up any. */
  readonly pickup: string;
  readonly loggedInQueue: string;
  readonly loggedOutQueue: string;
  /** Followed by a digit that sets the profile. */
  readonly profileStatus: string;
  readonly intercom: string;
  readonly hideCallerId: string;
  readonly outOfOffice: string;
  readonly billingCode: string;
  readonly hotdesking: string;
  readonly hotelAccess: string;
}

export const defaultDialCodes: DialCodes = {
  park: '*0',
  unpark: '*1',
  voicemail: '*4',
  pickup: '*20*',
  loggedInQueue: '*62',
  loggedOutQueue: '*63',
  profileStatus: '*3',
  intercom: '*9',
  hideCallerId: '*5',
  outOfOffice: '*64',
  billingCode: '**',
  hotdesking: '*77',
  hotelAccess: '*68',
};
