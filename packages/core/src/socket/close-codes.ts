/** What a close code says about coming back. */
export interface CloseMeaning {
  /** In plain words, for the log. */
  readonly text: string;
  /** Milliseconds to wait at least, where the code asks for patience. */
  readonly waitAtLeastMs: number;
  /** The token of this connection is refused: ask for another before the next. */
  readonly renewToken: boolean;
}

const meaning = (text: string, waitAtLeastMs = 0, renewToken = false): CloseMeaning => ({
  text,
  waitAtLeastMs,
  renewToken,
});

/** RFC 6455 §7.4.1 asks clients to come back 5 to 30 s after a restart, at random. */
const RESTART_MS = 5_000;

/** Every code of the IANA registry (RFC 6455 §11.7). None of them is final: only a refused upgrade is. */
const MEANINGS: Readonly<Record<number, CloseMeaning>> = {
  1000: meaning('closed in good order'),
  1001: meaning('the PBX is going away', RESTART_MS),
  1002: meaning('protocol error'),
  1003: meaning('data of a kind that is not accepted'),
  1004: meaning('reserved code'),
  1005: meaning('closed without a code'),
  1006: meaning('cut without a close frame'),
  1007: meaning('text that is not UTF-8'),
  1008: meaning('refused by policy', 0, true),
  1009: meaning('message too big'),
  1010: meaning('an extension is missing'),
  1011: meaning('the PBX met an error'),
  1012: meaning('the PBX is restarting', RESTART_MS),
  1013: meaning('the PBX asks to try again later', RESTART_MS),
  1014: meaning('a gateway got a bad answer', RESTART_MS),
  1015: meaning('TLS failed'),
  3000: meaning('not signed in', 0, true),
  3003: meaning('not allowed', 0, true),
  3008: meaning('timed out'),
};

/** What a close code means; codes without a registered meaning are told by their range. */
export function meaningOfClose(code: number): CloseMeaning {
  const known = MEANINGS[code];
  if (known !== undefined) return known;
  if (code >= 4000 && code <= 4999) return meaning(`private close code ${String(code)}`);
  if (code >= 3000) return meaning(`registered close code ${String(code)}`);
  return meaning(`unknown close code ${String(code)}`);
}
