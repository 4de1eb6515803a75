import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockProcess } from '@org/processes';
import type { Browser } from 'playwright-core';
import { ANOTHER_NAME, launchBrowser } from './src/browser';
import { readPrompt } from './src/heard-prompts';
import { loudnessSimilarity } from './src/loudness-similarity';
import { MockPage } from './src/mock-page';
import { ROOT } from './src/phone-system-with-n8n';
import { SmallProgram } from './src/small-program';
import { telephoneSamples } from './src/telephone-wav';
import { until } from './src/until';

/** Set it to make the pictures of the documentation anew. */
const picturesWanted = process.env.UPDATE_PICTURES === '1';
const PATIENCE_MS = 60_000;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const spokenFile = join(ROOT, 'packages/mock/prompts/prompts/welcome.wav');

const bytes = ({ buffer, byteOffset, byteLength }: Int16Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

describe("the mock's page, in a real browser", () => {
  let folder: string;
  let browser: Browser;
  let mock: MockProcess;
  let program: SmallProgram;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), '3cx-page-'));
    browser = await launchBrowser([
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${spokenFile}`,
    ]);
  });

  beforeEach(async () => {
    mock = await MockProcess.start({ root: ROOT, logFile: join(folder, 'mock.log'), args: ['--no-tls'] });
    program = await SmallProgram.start(mock);
  });

  afterEach(async () => {
    (program as SmallProgram | undefined)?.[Symbol.dispose]();
    await (mock as MockProcess | undefined)?.stop();
  });

  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    await rm(folder, { recursive: true });
  });

  const open = (options = {}) => MockPage.open(browser, mock.control.url, options);

  it('places a call, hears it, presses a key, and sees the transfer answered and ended', async () => {
    await using mockPage = await open();
    const { page, state } = mockPage;
    page.setDefaultTimeout(PATIENCE_MS);
    await page.getByLabel('What 101 does when it is called').selectOption('rings until you answer');
    await mockPage.button('Outside to route point 999').click();
    await mockPage.button('Call').click();
    await state.getByText('connected to 999').waitFor();

    const participant = await program.participant();
    const prompt = await readPrompt('press-1-sales-2-support.wav');
    program.play(participant, prompt.samples);
    await until(async () => bytes(await mockPage.played()).includes(bytes(prompt.samples)), PATIENCE_MS);
    const played = await mockPage.played();
    expect(bytes(played).includes(bytes(prompt.samples))).toBe(true);
    const heard = telephoneSamples(await mock.control.heard('1'));
    expect(played).toEqual(heard.subarray(0, played.length));
    expect(await mockPage.audioMs()).toBeGreaterThanOrEqual(prompt.durationMs);

    const keys = program.keys();
    await mockPage.button('1').click();
    expect(await keys).toBe('1');
    expect(await page.locator('#pressed').textContent()).toBe('1');

    const transferred = program.transfer(participant, '101');
    await mockPage.phone('101').getByText('ringing: +15550100 calls').waitFor();
    await state.getByText('on hold, ringing 101').waitFor();
    if (picturesWanted) {
      // So long that the ringing can be seen on the timeline.
      await page.waitForTimeout(1500);
      await mkdir(join(ROOT, 'docs', 'images'), { recursive: true });
      await page.screenshot({ path: join(ROOT, 'docs', 'images', 'mock-page.png'), fullPage: true });
    }
    await mockPage.button('Answer 101').click();
    expect(await transferred).toBe(200);
    await state.getByText('connected to 101').waitFor();
    await page.getByText('The timeline in words').click();
    await page.locator('#story').getByText('Transferred from 999 to 101').waitFor();
    await page.locator('#timeline').getByText('\u2192101').waitFor();

    await mockPage.button('Hang up 101').click();
    await state.getByText('This call has ended. 101 hung up.').waitFor();
    await mockPage.button('2').click();
    await page.getByText('The call has ended: nobody hears the key.').waitFor();
    expect(mockPage.complaints).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    await using mockPage = await open();
    const { page, state } = mockPage;
    await mockPage.tabTo('What 101 does when it is called');
    await page.keyboard.press('ArrowDown');
    await mockPage.phone('101').getByRole('combobox').and(page.locator(':focus')).waitFor();
    await until(async () => (await manualPhones()).includes('101'), PATIENCE_MS);
    expect(await manualPhones()).toEqual(['101']);

    await mockPage.tabTo('Call');
    await page.keyboard.press('Enter');
    await state.getByText('connected to 999').waitFor();
    const keys = program.keys();
    await page.keyboard.press('5');
    expect(await keys).toBe('5');
    const hash = program.keys();
    await mockPage.tabTo('hash');
    await page.keyboard.press('Space');
    expect(await hash).toBe('#');
    await mockPage.tabTo('Hang up');
    await page.keyboard.press('Enter');
    await state.getByText('This call has ended. The caller hung up.').waitFor();

    await mock.control.placeCall({ from: '+15550177', to: '101' });
    await mockPage.phone('101').getByText('ringing').waitFor();
    await mockPage.tabTo('Answer 101');
    await page.keyboard.press('Enter');
    await mockPage.phone('101').getByText('talking to +15550177').waitFor();
    // The focus went where the hand would: from the button that is gone to the one that came.
    await page.keyboard.press('Enter');
    await mockPage.phone('101').getByText('idle').waitFor();
    expect(mockPage.complaints).toEqual([]);
  });

  const manualPhones = async (): Promise<readonly string[]> => {
    const response = await fetch(`${mock.control.url}/state`);
    const { extensions } = (await response.json()) as { extensions: { number: string; answer: string }[] };
    return extensions.filter(({ answer }) => answer === 'manual').map(({ number }) => number);
  };

  it('fits a telephone, where fingers press the keys', async () => {
    await using mockPage = await open(PHONE);
    const { page, state } = mockPage;
    expect(await mockPage.overhang()).toBe(0);
    await mockPage.button('Call').tap();
    await state.getByText('connected to 999').waitFor();
    const keys = program.keys();
    await mockPage.button('9').tap();
    expect(await keys).toBe('9');
    await mock.control.placeCall({ from: '+442071838750555', to: '800', did: '+442071838750556' });
    await page.locator('#calls').getByText('+442071838750555').waitFor();
    expect(await mockPage.overhang()).toBe(0);
    expect(mockPage.complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no barriers that axe-core knows of (%s)', async (colorScheme) => {
    await using mockPage = await open({ colorScheme });
    const { page, state } = mockPage;
    expect(await mockPage.barriers()).toEqual([]);
    await page.getByLabel('What 101 does when it is called').selectOption('rings until you answer');
    await mockPage.button('Call').click();
    await state.getByText('connected to 999').waitFor();
    program.play(await program.participant(), new Int16Array(8000).fill(1000));
    await mockPage.button('1').click();
    await mock.control.placeCall({ from: '+15550177', to: '101' });
    await mockPage.button('Answer 101').waitFor();
    await page.locator('#timeline .bar.audio').waitFor();
    expect(await mockPage.barriers()).toEqual([]);
    await mockPage.button('Hang up').click();
    await state.getByText('This call has ended.').waitFor();
    await page.setViewportSize(PHONE.viewport);
    expect(await mockPage.barriers()).toEqual([]);
  });

  it('speaks through the microphone, and is silent when that is off', async () => {
    await using mockPage = await open({ permissions: ['microphone'] });
    const { state } = mockPage;
    await mockPage.button('Call').click();
    await state.getByText('connected to 999').waitFor();
    const participant = await program.participant();
    const spoken = program.hear(participant, 12_000);
    await mockPage.button('Speak into it').click();
    const welcome = await readPrompt('welcome.wav');
    // Said over and over: on a busy machine the browser's sound stumbles now and then.
    expect(loudnessSimilarity(await spoken, welcome.samples.subarray(8000))).toBeGreaterThan(0.8);
    await mockPage.button('Speak into it').click();
    expect(await mockPage.button('Speak into it').getAttribute('aria-pressed')).toBe('false');
    const afterwards = await program.hear(participant, 2500);
    expect(afterwards.subarray(-4000).every((sample) => sample === 0)).toBe(true);
    expect(mockPage.complaints).toEqual([]);
  });

  it('says in words that the microphone was refused', async () => {
    await using mockPage = await open();
    await mockPage.button('Call').click();
    await mockPage.state.getByText('connected to 999').waitFor();
    await mockPage.button('Speak into it').click();
    await mockPage.page.getByText('The browser refuses the microphone to this page').waitFor();
    expect(await mockPage.button('Speak into it').getAttribute('aria-pressed')).toBe('false');
  });

  it('is heard by a telephone in the local network too, where browsers give no microphone', async () => {
    const url = mock.control.url.replace('127.0.0.1', ANOTHER_NAME);
    await using mockPage = await MockPage.open(browser, url, PHONE);
    const { page } = mockPage;
    await mockPage.button('Call').tap();
    await mockPage.state.getByText('connected to 999').waitFor();
    await page.getByText('You hear what the caller hears.').waitFor();
    program.play(await program.participant(), new Int16Array(80_000).fill(9000));
    const loud = async () => Number(await page.locator('#heard-level').getAttribute('value')) > 0.5;
    await until(loud, PATIENCE_MS);
    expect(await loud()).toBe(true);
    await until(async () => (await mockPage.audioMs()) > 500, PATIENCE_MS);
    expect(await mockPage.audioMs()).toBeGreaterThan(500);
    await mockPage.button('Speak into it').tap();
    await page.getByText('The browser gives no microphone to this address').waitFor();
    expect(mockPage.complaints).toEqual([]);
  });

  it('shows the events that are wanted, and says so where some are missing', async () => {
    await using mockPage = await open();
    const { page } = mockPage;
    await page.routeWebSocket(/\/live/, (socket) => {
      socket.connectToServer().onMessage((message) => {
        socket.send(message);
        if (String(message).includes('"hello"')) socket.send(JSON.stringify({ type: 'gap', missed: 37 }));
      });
    });
    await page.reload();
    const events = page.locator('#event-list');
    await events.getByText('37 events are missing here').waitFor();
    const call = await mock.control.placeCall({ from: '+15550100', to: '999' });
    const connected = events.getByText(`Call ${call} connected to 999`).first();
    const upset = events.getByText('Upset /callcontrol/999').first();
    await connected.waitFor();
    await upset.waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption('calls');
    await upset.waitFor({ state: 'hidden' });
    expect(await connected.isVisible()).toBe(true);
    await mockPage.button('Clear').click();
    expect(await events.locator('li').count()).toBe(0);
    expect(mockPage.complaints).toEqual([]);
  });

  it('says in words that the mock is gone, and finds the next one by itself', async () => {
    await using mockPage = await open();
    const { page } = mockPage;
    page.setDefaultTimeout(PATIENCE_MS);
    await mockPage.button('Call').click();
    await mockPage.state.getByText('connected to 999').waitFor();
    await mock.stop();
    await page.getByRole('alert').getByText('The mock does not answer').waitFor();
    const port = Number(new URL(mock.control.url).port);
    mock = await MockProcess.start({
      root: ROOT,
      logFile: join(folder, 'second.log'),
      args: ['--no-tls', '--control-port', String(port)],
    });
    await page.getByText('Connected to the mock').waitFor();
    await page.getByText('The mock was started anew').waitFor();
    await page.getByText('No call chosen').waitFor();
    await mockPage.button('Call').click();
    await mockPage.state.getByText('connected to 999').waitFor();
  });
});
