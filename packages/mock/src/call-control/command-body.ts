import * as z from 'zod';
import type { Settings } from '../settings';

/** Body of makecall and of the participant actions (3CX facts 4.1). */
export const commandBody = z.object({
  destination: z.string().trim().min(1).optional(),
  timeout: z.number().nonnegative().optional(),
  reason: z.string().optional(),
  attacheddata: z.record(z.string(), z.string()).optional(),
});

export type CommandBody = z.infer<typeof commandBody>;

/** How long a destination may ring: 30 s unless told otherwise, 120 s at most, or as configured. Milliseconds. */
export function ringTimeoutMs({ timeout }: CommandBody, settings: Settings): number {
  const { defaultRouteTimeoutSeconds, longestRouteTimeoutSeconds } = settings;
  return Math.min(timeout ?? defaultRouteTimeoutSeconds, longestRouteTimeoutSeconds) * 1000;
}
