import * as z from 'zod';

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Milliseconds, or numbers with units: `500`, `500ms`, `2.5s`, `3min`, `1h 30min`. */
export const duration = z
  .string()
  .regex(
    /^(\d+|(\d+(\.\d+)?(ms|s|min|h) ?)+)$/,
    'Write a time as 500ms, 2.5s, 3min or 1h 30min; a bare number is milliseconds.',
  )
  .transform((text) => {
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|min|h)?/g)];
    return Math.round(
      parts.reduce((sum, [, amount, unit = 'ms']) => sum + Number(amount) * (unitsMs[unit] ?? 1), 0),
    );
  })
  .meta({ description: 'Time: 500ms, 2.5s, 3min or 1h 30min; a bare number is milliseconds.' });

export const telephoneNumber = z
  .string()
  .regex(/^\+?[\w .()-]{1,64}$/, 'Write a number of the PBX (999), or one outside (+15550100).')
  .meta({ description: 'A number of the PBX, or one outside beginning with +.' });

export const keys = z
  .string()
  .regex(/^[0-9*#A-D]{1,100}$/, 'Keys are 1 to 100 of 0-9 * # A-D.')
  .meta({ description: 'Keys of 0-9 * # A-D.' });

export const recording = z
  .string()
  .min(1, 'Name a recording: /prompts/welcome.wav of the PBX, or a WAV file beside this one.')
  .meta({ description: 'A file of the PBX (/prompts/…), or a WAV file relative to the scenario.' });

export const word = z.string().min(1, 'Give it a name.');
