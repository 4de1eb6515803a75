const HEARTBEAT_MS = 10_000;

/**
 * Does one named step and says so: a line when it begins, one every ten seconds
 * with the time passed and whatever `work` last reported, one when it is done.
 *
 * @template T
 * @param {string} title what is being done, e.g. `Installing n8n`
 * @param {(report: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const begun = Date.now();
  const elapsed = () => describeSeconds((Date.now() - begun) / 1000);
  let detail = '';
  console.log(`» ${title} …`);
  const heartbeat = setInterval(
    () => console.log(`  … ${elapsed()}${detail && `, ${detail}`}`),
    HEARTBEAT_MS,
  );
  try {
    const result = await work((text) => {
      detail = text;
    });
    console.log(`  done in ${elapsed()}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** `42 s`, `3 min 05 s`. */
export function describeSeconds(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
