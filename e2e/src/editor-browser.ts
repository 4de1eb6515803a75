import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';

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
    const browser = await launchBrowser();
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
