import * as z from 'zod';

/** Unset strings are empty or null (3CX facts 3.1). */
const text = z.string().nullish();

export const device = z.looseObject({ dn: z.string(), device_id: z.string(), user_agent: text });

export const participant = z.looseObject({
  id: z.number().int(),
  status: z.enum(['Dialing', 'Ringing', 'Connected']),
  dn: z.string(),
  party_caller_name: text,
  party_dn: text,
  party_caller_id: text,
  device_id: text,
  party_dn_type: text,
  direct_control: z.boolean(),
  callid: z.number().int(),
  legid: z.number().int(),
});

export const dnState = z.looseObject({
  dn: z.string(),
  type: z.string(),
  devices: z.array(device),
  participants: z.array(participant),
});

export const dnStates = z.array(dnState);

/** DN types with or without their leading W. */
export const knownDnType =
  /^W?(routepoint|extension|queue|ivr|ringgroup|externalline|parking|specialmenu|fax|conference)$/i;

/** The first thing wrong with a value, in words. */
export function problemWith(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`;
}
