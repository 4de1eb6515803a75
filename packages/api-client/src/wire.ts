import * as z from 'zod';

/** Strings the PBX leaves unset come as "" or null, or not at all; types also as "None". */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const dnType = text.transform((value) => (value === 'None' ? '' : value));
/** Ids are integers; some builds print them as text. */
const id = z.coerce.number().int();

export const DeviceSchema = z.object({ dn: text, device_id: z.string(), user_agent: text });

export const ParticipantSchema = z.object({
  id,
  status: z.enum(['Dialing', 'Ringing', 'Connected']),
  dn: z.string(),
  party_caller_name: text,
  party_dn: text,
  party_caller_id: text,
  party_did: text,
  party_dn_type: dnType,
  device_id: text,
  direct_control: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  originated_by_dn: text,
  originated_by_type: dnType,
  referred_by_dn: text,
  referred_by_type: dnType,
  on_behalf_of_dn: text,
  on_behalf_of_type: dnType,
  callid: id.default(0),
  legid: id.default(0),
});

export const DnStateSchema = z.object({
  dn: z.string(),
  type: dnType,
  devices: z
    .array(DeviceSchema)
    .nullish()
    .transform((list) => list ?? []),
  participants: z
    .array(ParticipantSchema)
    .nullish()
    .transform((list) => list ?? []),
});

/** `finalstatus` is text on most builds and 1, 0 or -1 on some. */
const finalStatus = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value): 'success' | 'failed' | 'rejected' | 'unstated' => {
    if (value === undefined || value === null) return 'unstated';
    const word = String(value).toLowerCase();
    if (word === 'success' || word === '1') return 'success';
    return word === 'rejected' || word === '0' ? 'rejected' : 'failed';
  });

export const CallControlResultSchema = z.object({
  finalstatus: finalStatus,
  reason: text,
  reasontext: text,
  result: ParticipantSchema.nullish().transform((value) => value ?? undefined),
});

/** A device registered for an extension. */
export type Device = z.infer<typeof DeviceSchema>;
/** One party's end of a call on one device (3CX facts 3.1), unset strings as "". */
export type Participant = z.infer<typeof ParticipantSchema>;
/** An extension with its devices and participants. */
export type DnState = z.infer<typeof DnStateSchema>;
/** What an action answered. */
export type CallControlResult = z.infer<typeof CallControlResultSchema>;
