import { UnexpectedResponseError } from '../errors';

/**
 * The address of the next page, which must lie within the API it came from: a link
 * elsewhere would be sent our token.
 * @param base address of the API, e.g. `https://pbx.example.com:5001/xapi/v1`
 * @throws UnexpectedResponseError when it lies elsewhere
 */
export function nextPageUrl(link: string, base: string): string {
  const api = new URL(`${base}/`);
  const next = URL.canParse(link, api.href) ? new URL(link, api) : undefined;
  if (
    next?.origin === api.origin &&
    next.pathname.startsWith(api.pathname) &&
    next.username === '' &&
    next.password === ''
  )
    return next.href;
  throw new UnexpectedResponseError(
    `3CX pointed to ${next === undefined ? 'nowhere' : `${next.protocol}//${next.host}`} for the next rows, outside ${base}: the link wasn't followed.`,
  );
}
