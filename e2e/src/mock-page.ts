import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import * as z from 'zod';

/** Keeps a copy of what the page's audio worklet says it has played, as it comes out of the worklet. */
const KEEP_WHAT_IS_PLAYED = `
  globalThis.playedSamples = [];
  globalThis.AudioWorkletNode = class extends AudioWorkletNode {
    constructor(context, name, options) {
      super(context, name, options);
      if (name !== 'player') return;
      this.port.addEventListener('message', ({ data }) => { playedSamples.push(data); });
    }
  };`;

const PLAYED_AS_BASE64 =
  'playedSamples.map((data) => btoa(String.fromCharCode(...new Uint8Array(data.buffer))))';

const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** The mock's page, open in a tab of its own. */
export class MockPage implements AsyncDisposable {
  readonly page: Page;
  /** Errors on the page, and what the browser complained about: there should be none. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
  }

  /** Opens the page and waits until it is connected to the mock. */
  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<MockPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 960 }, ...options });
    const opened = new MockPage(await context.newPage());
    await opened.page.addInitScript(KEEP_WHAT_IS_PLAYED);
    await opened.page.goto(url);
    await opened.page.getByText('Connected to the mock').waitFor();
    await opened.phone('101').waitFor();
    return opened;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The row of a phone. */
  phone(number: string): Locator {
    return this.page.locator('#phones > li', { hasText: `${number} ` });
  }

  /** Where the state of the chosen call is told. */
  get state(): Locator {
    return this.page.locator('#call-state');
  }

  /** Every sample that the page has played so far. */
  async played(): Promise<Int16Array> {
    const pieces = z.array(z.string()).parse(await this.page.evaluate(PLAYED_AS_BASE64));
    const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
    return Int16Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2));
  }

  /** How far the audio element has come, milliseconds. */
  async audioMs(): Promise<number> {
    return 1000 * z.number().parse(await this.page.evaluate(`document.querySelector('audio').currentTime`));
  }

  /** How much wider than the window the page is, pixels. */
  async overhang(): Promise<number> {
    const width = await this.page.evaluate(
      'Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth',
    );
    return z.number().parse(width);
  }

  /** What the axe-core rules find wrong, one line each. */
  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await this.page.evaluate('axe.run(document).then(({ violations }) => violations)');
    return Violations.parse(violations).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  /** Presses Tab until what has the focus has this accessible name. */
  async tabTo(name: string): Promise<void> {
    const wanted = this.page.locator(':focus').and(this.page.getByLabel(name, { exact: true }));
    const byText = this.page.locator(':focus').and(this.button(name));
    for (let steps = 0; steps < 100; steps += 1) {
      if ((await wanted.count()) + (await byText.count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`A hundred times Tab, and ${name} has not had the focus.`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
  }
}
