import { ConfigurationError } from './errors';

/**
 * The origin of the PBX from what people type: spaces around it and a path are
 * dropped, a missing scheme means https, the port is kept.
 * @throws ConfigurationError when there is no host in it, or another scheme
 */
export function parseServerUrl(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    throw new ConfigurationError(
      'The server URL is empty: give the address of the 3CX server, e.g. https://pbx.example.com:5001.',
    );
  }
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch (cause) {
    throw new ConfigurationError(
      `"${trimmed}" is no server URL: write it like https://pbx.example.com:5001.`,
      { cause },
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new ConfigurationError(
      `The server URL begins with ${url.protocol}//: 3CX answers on https:// only.`,
    );
  }
  return url.origin;
}
