/** What the licence allows; an update or a downgrade can take it away while the system runs (3CX facts 14.29). */
export interface License {
  /** Without it /callcontrol answers 403 to everyone; tokens go on working. */
  readonly callControl: boolean;
  /** Without it XAPI answers 403 to everyone. */
  readonly xapi: boolean;
}

export const fullLicense: License = { callControl: true, xapi: true };
