import * as z from 'zod/v4';
import { GuidedError } from './guided-error';

/** `silent` writes nothing; the others name the least severe line that is written. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the `N8N_3CX_…` variables say; they fill blanks and never override a credential or a node. */
export interface Environment {
  /** `N8N_3CX_DEFAULT_SERVER`; empty when unset. */
  readonly defaultServer: string;
  /** `N8N_3CX_DEFAULT_EXTENSION`; empty when unset. */
  readonly defaultExtension: string;
  /** `N8N_3CX_TIMEOUT`: how long something may ring, milliseconds, 1 000–600 000. Default 30 000. */
  readonly timeoutMs: number;
  /** `N8N_3CX_REQUEST_TIMEOUT`: a short request to 3CX, milliseconds, 100–600 000. Default 15 000. */
  readonly requestTimeoutMs: number;
  /** `N8N_3CX_CONNECTION_POOL_SIZE`: connections for short requests, 1–100. Default 5. */
  readonly connectionPoolSize: number;
  /** `N8N_3CX_KEEPALIVE_TIMEOUT`: how long a kept connection may be idle, milliseconds, 1 000–600 000. Default 30 000. */
  readonly keepAliveTimeoutMs: number;
  /** `N8N_3CX_RETRY_ATTEMPTS`: attempts at a request that can't have been acted on, the first included, 1–10. Default 3. */
  readonly retryAttempts: number;
  /** `N8N_3CX_CLIENT_SECRET`: used with `defaultServer` alone, for a credential that names neither; empty when unset. */
  readonly clientSecret: string;
  /** `N8N_3CX_MAX_CONCURRENT_CALLS`: calls that a Call Receiver handles at a time, 0–10 000. Default 0, no limit. */
  readonly maxConcurrentCalls: number;
  /** `N8N_3CX_WEBHOOK_SECRET`: for webhooks to come; empty when unset. */
  readonly webhookSecret: string;
  /** `N8N_3CX_WEBHOOK_TIMEOUT`: for webhooks to come, milliseconds, 1 000–600 000. Default 30 000. */
  readonly webhookTimeoutMs: number;
  /** `N8N_3CX_LOG_LEVEL`. Default `info`. */
  readonly logLevel: LogLevel;
}

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

const BUILT_IN_TIMEOUT_MS = 30_000;

const text = z.string().trim();
const wholeNumber = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return text.regex(/^\d+$/, message).transform(Number).pipe(z.number().min(min, message).max(max, message));
};
const timeout = wholeNumber(1_000, 600_000);
const callLimit = wholeNumber(0, 10_000);

const variables = z.object({
  N8N_3CX_DEFAULT_SERVER: text.optional(),
  N8N_3CX_DEFAULT_EXTENSION: text.optional(),
  N8N_3CX_TIMEOUT: timeout.optional(),
  N8N_3CX_REQUEST_TIMEOUT: wholeNumber(100, 600_000).optional(),
  N8N_3CX_CONNECTION_POOL_SIZE: wholeNumber(1, 100).optional(),
  N8N_3CX_KEEPALIVE_TIMEOUT: timeout.optional(),
  N8N_3CX_RETRY_ATTEMPTS: wholeNumber(1, 10).optional(),
  N8N_3CX_CLIENT_SECRET: text.optional(),
  N8N_3CX_MAX_CONCURRENT_CALLS: callLimit.optional(),
  N8N_3CX_WEBHOOK_SECRET: text.optional(),
  N8N_3CX_WEBHOOK_TIMEOUT: timeout.optional(),
  N8N_3CX_LOG_LEVEL: text
    .transform((level) => level.toLowerCase())
    .pipe(z.enum(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` }))
    .optional(),
});

/**
 * Reads the `N8N_3CX_…` variables; a blank one counts as unset.
 * @throws GuidedError naming the variable that can't be used
 */
export function readEnvironment(env: EnvironmentVariables = process.env): Environment {
  const parsed = variables.safeParse(withoutBlanks(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new GuidedError(
      'CONFIGURATION',
      `The environment variable ${String(issue?.path[0])} ${String(issue?.message)}`,
      'Correct or remove it where n8n is started, then restart n8n.',
    );
  }
  const { data } = parsed;
  return {
    defaultServer: data.N8N_3CX_DEFAULT_SERVER ?? '',
    defaultExtension: data.N8N_3CX_DEFAULT_EXTENSION ?? '',
    timeoutMs: data.N8N_3CX_TIMEOUT ?? BUILT_IN_TIMEOUT_MS,
    requestTimeoutMs: data.N8N_3CX_REQUEST_TIMEOUT ?? 15_000,
    connectionPoolSize: data.N8N_3CX_CONNECTION_POOL_SIZE ?? 5,
    keepAliveTimeoutMs: data.N8N_3CX_KEEPALIVE_TIMEOUT ?? 30_000,
    retryAttempts: data.N8N_3CX_RETRY_ATTEMPTS ?? 3,
    clientSecret: data.N8N_3CX_CLIENT_SECRET ?? '',
    maxConcurrentCalls: data.N8N_3CX_MAX_CONCURRENT_CALLS ?? 0,
    webhookSecret: data.N8N_3CX_WEBHOOK_SECRET ?? '',
    webhookTimeoutMs: data.N8N_3CX_WEBHOOK_TIMEOUT ?? 30_000,
    logLevel: data.N8N_3CX_LOG_LEVEL ?? 'info',
  };
}

/**
 * The default that ring timeouts show in the editor, in seconds. A node description
 * is read while n8n loads the package, where throwing would take the whole package
 * away; a wrong value is reported by {@link readEnvironment} when a node runs.
 */
export function defaultTimeoutSeconds(env: EnvironmentVariables = process.env): number {
  const parsed = timeout.safeParse(env.N8N_3CX_TIMEOUT);
  return Math.round((parsed.success ? parsed.data : BUILT_IN_TIMEOUT_MS) / 1_000);
}

/** As {@link defaultTimeoutSeconds}, for a transfer: a target may ring for 120 seconds at most. */
export function defaultTransferTimeoutSeconds(env: EnvironmentVariables = process.env): number {
  return Math.min(120, defaultTimeoutSeconds(env));
}

/** As {@link defaultTimeoutSeconds}, for the calls that a Call Receiver handles at a time. */
export function defaultMaxConcurrentCalls(env: EnvironmentVariables = process.env): number {
  const parsed = callLimit.safeParse(env.N8N_3CX_MAX_CONCURRENT_CALLS);
  return parsed.success ? parsed.data : 0;
}

function withoutBlanks(env: EnvironmentVariables): EnvironmentVariables {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}
