import * as z from 'zod';

/**
 * Strings the PBX leaves unset come as "" or null, or not at all; types also as "None".
 * They are filled in once per object: a participant is read for every event, and a
 * transform per field would cost five times as much.
 */
const text = z.string().nullish();
const typeOf = (value: string | null | undefined) => (value === 'None' ? '' : (value ?? ''));
/** Ids are integers; some builds print them as text. */
const id = z.coerce.number().int();

export const DeviceSchema = z
  .object({ dn: text, device_id: z.string(), user_agent: text })
  .transform((device) => ({ ...device, dn: device.dn ?? '', user_agent: device.user_agent ?? '' }));

export const ParticipantSchema = z
  .object({
    id,
    status: z.enum(['Dialing', 'Ringing', 'Connected']),
    dn: z.string(),
    party_caller_name: text,
    party_dn: text,
    party_caller_id: text,
    party_did: text,
    party_dn_type: text,
    device_id: text,
    direct_control: z.boolean().nullish(),
    originated_by_dn: text,
    originated_by_type: text,
    referred_by_dn: text,
    referred_by_type: text,
    on_behalf_of_dn: text,
    on_behalf_of_type: text,
    callid: id.default(0),
    legid: id.default(0),
  })
  .transform((participant) => ({
    id: participant.id,
    status: participant.status,
    dn: participant.dn,
    party_caller_name: participant.party_caller_name ?? '',
    party_dn: participant.party_dn ?? '',
    party_caller_id: participant.party_caller_id ?? '',
    party_did: participant.party_did ?? '',
    party_dn_type: typeOf(participant.party_dn_type),
    device_id: participant.device_id ?? '',
    direct_control: participant.direct_control ?? false,
    originated_by_dn: participant.originated_by_dn ?? '',
    originated_by_type: typeOf(participant.originated_by_type),
    referred_by_dn: participant.referred_by_dn ?? '',
    referred_by_type: typeOf(participant.referred_by_type),
    on_behalf_of_dn: participant.on_behalf_of_dn ?? '',
    on_behalf_of_type: typeOf(participant.on_behalf_of_type),
    callid: participant.callid,
    legid: participant.legid,
  }));

export const DnStateSchema = z.object({
  dn: z.string(),
  type: text.transform(typeOf),
  devices: z
    .array(DeviceSchema)
    .nullish()
    .transform((list) => list ?? []),
  participants: z
    .array(ParticipantSchema)
    .nullish()
    .transform((list) => list ?? []),
});

/** How an action ended; `unstated` where the answer says nothing. */
export type FinalStatus = 'success' | 'failed' | 'rejected' | 'unstated';

/** `finalstatus` is text on most builds and 1, 0 or -1 on some. */
function finalStatusOf(value: string | number | null | undefined): FinalStatus {
  if (value === 'Success' || value === 1) return 'success';
  if (value === undefined || value === null) return 'unstated';
  const word = String(value).toLowerCase();
  if (word === 'success' || word === '1') return 'success';
  return word === 'rejected' || word === '0' ? 'rejected' : 'failed';
}

export const CallControlResultSchema = z
  .object({
    finalstatus: z.union([z.string(), z.number()]).nullish(),
    reason: text,
    reasontext: text,
    result: ParticipantSchema.nullish(),
  })
  .transform(({ finalstatus, reason, reasontext, result }) => ({
    finalstatus: finalStatusOf(finalstatus),
    reason: reason ?? '',
    reasontext: reasontext ?? '',
    result: result ?? undefined,
  }));

/** A device registered for an extension. */
export type Device = z.infer<typeof DeviceSchema>;
/** One party's end of a call on one device (3CX facts 3.1), unset strings as "". */
export type Participant = z.infer<typeof ParticipantSchema>;
/** An extension with its devices and participants. */
export type DnState = z.infer<typeof DnStateSchema>;
/** What an action answered. */
export type CallControlResult = z.infer<typeof CallControlResultSchema>;
