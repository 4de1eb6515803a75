import { ODataError } from '../odata/odata-error';
import type { Access, Caller } from './resource';

const administrators = new Set(['system_owners', 'system_admins']);
/** Roles of a department: they read the configuration and change nothing. */
const readers = new Set(['group_owners', 'managers', 'group_admins']);

/**
 * Whether a client may do what it asks for. System Owners may do all, System
 * Administrators all but what is the owners' alone; what lesser roles may is documented
 * nowhere, so that heads of departments read and users and receptionists get nothing,
 * as clients of the department "System Wide" found (3CX facts 1, 14.20, 14.21).
 * @throws ODataError 403
 */
export function checkAccess({ role }: Caller, access: Access, writes: boolean): void {
  if (role === 'system_owners' || (access === 'everyone' && !writes)) return;
  if (access === 'owners') throw new ODataError(403, 'This needs the role System Owner.');
  if (administrators.has(role) || (readers.has(role) && !writes)) return;
  throw new ODataError(403, `The role '${role}' may not do this.`);
}
