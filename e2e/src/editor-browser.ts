import { type Browser, type Page, chromium } from 'playwright-core';

/** The browser must not ask anything of the internet: n8n's editor would try. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium, signed in to n8n's editor. */
export class EditorBrowser implements AsyncDisposable {
  private constructor(
    private readonly browser: Browser,
    private readonly n8nUrl: string,
    readonly page: Page,
  ) {}

  static async signIn(
    n8nUrl: string,
    owner: { readonly email: string; readonly password: string },
  ): Promise<EditorBrowser> {
    const executablePath = process.env.CHROME_PATH;
    if (executablePath === undefined) {
      throw new Error('Run `npm test`, or `node tools/setup/bootstrap.mjs e2e`: it finds a Chromium first.');
    }
    // Chromium refuses its sandbox to root, which containers and build machines often are.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args: [OFFLINE, ...QUIET, ...sandbox] });
    const page = await browser.newPage({ viewport: { width: 1400, height: 720 } });
    await page.goto(`${n8nUrl}/signin`);
    await page.locator('input[autocomplete="email"]').fill(owner.email);
    await page.locator('input[type="password"]').fill(owner.password);
    await page.locator('[data-test-id="form-submit-button"]').click();
    await page.waitForURL((url) => !url.pathname.includes('signin'));
    return new EditorBrowser(browser, n8nUrl, page);
  }

  /** Opens a finished execution as the editor shows it: the workflow, with what each node did. */
  async openExecution(workflowId: string, executionId: string): Promise<void> {
    await this.page.goto(`${this.n8nUrl}/workflow/${workflowId}/executions/${executionId}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}
