import { type Browser, chromium } from 'playwright-core';

/** This machine under a name that the browser trusts as little as an address in the local network. */
export const ANOTHER_NAME = 'machine.test';
/** The browser must not ask anything of the internet: n8n's editor would try. */
const OFFLINE = `--host-resolver-rules=MAP ${ANOTHER_NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium, without the internet. Whoever launched it closes it. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  if (executablePath === undefined) {
    throw new Error('Run `npm test`, or `node tools/setup/bootstrap.mjs e2e`: it finds a Chromium first.');
  }
  // Chromium refuses its sandbox to root, which containers and build machines often are.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [OFFLINE, ...QUIET, ...sandbox, ...more] });
}
