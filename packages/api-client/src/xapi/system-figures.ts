import * as z from 'zod';

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

export const SystemStatusSchema = z.object({
  CallsActive: absent(z.number()),
  MaxSimCalls: absent(z.number()),
  TrunksRegistered: absent(z.number()),
  TrunksTotal: absent(z.number()),
  ExtensionsRegistered: absent(z.number()),
  ExtensionsTotal: absent(z.number()),
  HasNotRunningServices: absent(z.boolean()),
  HasUnregisteredSystemExtensions: absent(z.boolean()),
  LicenseActive: absent(z.boolean()),
  RecordingQuotaReached: absent(z.boolean()),
  VoicemailQuotaReached: absent(z.boolean()),
  DiskUsage: absent(z.number()),
  Version: absent(z.string()),
});

export const ActiveCallSchema = z.object({
  Id: z.number(),
  Caller: absent(z.string()),
  Callee: absent(z.string()),
  Status: absent(z.string()),
  EstablishedAt: absent(z.string()),
  LastChangeStatus: absent(z.string()),
  ServerNow: absent(z.string()),
});

/** Figures of the running PBX; what it left out is null. */
export type XapiSystemStatus = z.infer<typeof SystemStatusSchema>;
/** One row of the PBX's list of calls in progress. */
export type XapiActiveCall = z.infer<typeof ActiveCallSchema>;
