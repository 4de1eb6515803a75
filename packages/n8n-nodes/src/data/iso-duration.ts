const ISO_DURATION = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Seconds of an ISO 8601 duration such as `PT1M2.9S`, rounded to tenths; null for none. */
export function secondsOf(duration: string | null | undefined): number | null {
  const parts = ISO_DURATION.exec(duration ?? '');
  if (parts === null) return null;
  const [, sign, days, hours, minutes, seconds] = parts;
  const [d, h, m, s] = [days, hours, minutes, seconds].map((part) => Number(part ?? 0));
  const total = (((d ?? 0) * 24 + (h ?? 0)) * 60 + (m ?? 0)) * 60 + (s ?? 0);
  return Math.round((sign === undefined ? total : -total) * 10) / 10;
}
