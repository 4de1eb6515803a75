import type { View } from './board';
import { Ear } from './ear';
import { byId, setText } from './elements';
import { keypad } from './keypad';
import type { MockClient } from './mock-client';
import type { Call } from './mock-data';
import { Mouth } from './mouth';
import { drawTimeline } from './timeline-drawing';
import { playTone } from './tones';
import { callState, callTitle, duration, ending } from './words';

/** Keys shown as pressed; earlier ones go. */
const mostPressedShown = 40;
const noCall = 'Choose a call that is connected first: place one, or choose one from the list.';

/** Runs what the user asked for and tells him in words when it can't be done. */
export type Attempt = (action: () => Promise<unknown>, tell: (words: string) => void) => void;

/** The chosen call: its state, keypad, sound, and timeline. */
export class CallPanel {
  readonly #client: MockClient;
  readonly #attempt: Attempt;
  readonly #ear: Ear;
  readonly #mouth: Mouth;
  readonly #listen = byId('listen', HTMLButtonElement);
  readonly #speak = byId('speak', HTMLButtonElement);
  readonly #hangUp = byId('hangup', HTMLButtonElement);
  readonly #pressed = byId('pressed', HTMLElement);
  #call: Call | undefined;
  #keys = '';
  /** Keys leave one after the other, however fast they are pressed. */
  #pressing: Promise<unknown> = Promise.resolve();

  constructor(client: MockClient, attempt: Attempt) {
    this.#client = client;
    this.#attempt = attempt;
    this.#ear = new Ear(client, byId('ear', HTMLAudioElement), {
      changed: (on, words) => {
        this.#listen.setAttribute('aria-pressed', String(on));
        setText(byId('ear-state', HTMLElement), words);
      },
      level: (level) => {
        byId('heard-level', HTMLMeterElement).value = level;
      },
    });
    this.#mouth = new Mouth(client, {
      changed: (on) => {
        this.#speak.setAttribute('aria-pressed', String(on));
      },
      failed: (words) => {
        if (this.#call?.state !== 'ended') this.problem(words);
      },
      level: (level) => {
        byId('spoken-level', HTMLMeterElement).value = level;
      },
    });
    this.#listen.addEventListener('click', () => {
      if (this.#listen.getAttribute('aria-pressed') === 'true') this.#ear.stop();
      else if (this.#call) void this.#ear.hear(this.#call.id);
    });
    this.#speak.addEventListener('click', () => {
      this.problem(this.#call?.state === 'ended' ? 'The call has ended: nobody hears you.' : '');
      if (this.#call?.state === 'ended') return;
      if (this.#speak.getAttribute('aria-pressed') === 'true') this.#mouth.stop();
      else if (this.#call) void this.#mouth.speak(this.#call.id);
    });
    this.#hangUp.addEventListener('click', () => {
      const id = this.#call?.id;
      if (id !== undefined) this.#try(() => client.hangUp(id));
    });
    keypad((key) => {
      this.#press(key);
    });
  }

  problem(words: string): void {
    setText(byId('call-problem', HTMLElement), words);
  }

  hear(call: number, fromBeginning: boolean): void {
    void this.#ear.hear(call, fromBeginning);
  }

  show({ chosen, timeline }: View): void {
    const before = this.#call;
    this.#call = chosen;
    if (before && chosen?.id !== before.id) this.#leave();
    byId('call-controls', HTMLElement).hidden = !chosen;
    setText(
      byId('call-title', HTMLElement),
      chosen ? `Call ${chosen.id}: ${callTitle(chosen)}` : 'No call chosen',
    );
    setText(
      byId('call-state', HTMLElement),
      chosen ? inWords(chosen) : 'Place a call, or choose one from the list.',
    );
    const live = chosen !== undefined && chosen.state !== 'ended';
    // Only marked, not disabled: a disabled button loses the focus.
    for (const button of [this.#listen, this.#speak, this.#hangUp])
      button.setAttribute('aria-disabled', String(!live));
    if (!live && before && before.state !== 'ended') this.#mouth.stop();
    drawTimeline(timeline);
  }

  /** What belonged to the call chosen before. */
  #leave(): void {
    this.#keys = '';
    setText(this.#pressed, 'nothing yet');
    this.problem('');
    this.#mouth.stop();
  }

  #press(key: string): void {
    playTone(key);
    const call = this.#call;
    if (call?.state !== 'connected') {
      this.problem(call?.state === 'ended' ? 'The call has ended: nobody hears the key.' : noCall);
      return;
    }
    this.problem('');
    this.#keys = (this.#keys + key).slice(-mostPressedShown);
    setText(this.#pressed, this.#keys);
    this.#pressing = this.#pressing.then(() => {
      this.#try(() => this.#client.press(call.id, key));
    });
  }

  #try(action: () => Promise<unknown>): void {
    this.#attempt(action, (words) => {
      this.problem(words);
    });
  }
}

function inWords(call: Call): string {
  if (call.endedBy !== null && call.endReason !== null) {
    return `This call has ended. ${ending(call.endedBy, call.endReason)} The caller had heard ${duration(call.heardMs)}.`;
  }
  const state = callState(call);
  const gaps = call.gaps === 0 ? '' : `, with ${call.gaps} ${call.gaps === 1 ? 'gap' : 'gaps'}`;
  return call.state === 'connected'
    ? `It is ${state}. The caller has heard ${duration(call.heardMs)}${gaps}.`
    : `It is ${state}.`;
}
