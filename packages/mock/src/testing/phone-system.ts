import type { PartialConfiguration } from '../configuration/partial-configuration';
import { PbxConfiguration } from '../configuration/pbx-configuration';
import { HistoryBook } from '../history/history-book';
import { AudioLibrary } from '../media/audio-library';
import { settingsFrom } from '../settings';
import type { MockPbxOptions } from '../settings';
import type { Call } from '../switch/call';
import { Directory } from '../switch/directory';
import { Exchange } from '../switch/exchange';
import type { Leg } from '../switch/leg';
import { partyOf } from '../switch/party';
import { Timers } from '../timers';

/** The phone system without the APIs before it, for specs in virtual time. */
export class PhoneSystem {
  readonly configuration: PbxConfiguration;
  readonly history = new HistoryBook();
  readonly exchange: Exchange;

  constructor(configuration: PartialConfiguration = {}, options: MockPbxOptions = {}) {
    const settings = settingsFrom({ ...options, configuration });
    this.configuration = new PbxConfiguration(settings);
    this.exchange = new Exchange({
      settings,
      configuration: this.configuration,
      directory: new Directory(this.configuration),
      history: this.history,
      audio: new AudioLibrary(new Map(Object.entries(settings.files))),
      timers: new Timers(),
      now: () => performance.now(),
      wallNow: () => Date.now(),
      random: () => 0.5,
    });
  }

  /** Someone dials: an extension when `from` is one, outside otherwise. */
  call(from: string, to: string): Call {
    const { directory } = this.exchange;
    const destination = directory.resolve(to);
    if (!destination) throw new Error(`Nothing answers to ${to}.`);
    const dn = directory.find(from) ?? directory.trunk;
    const caller = { dn, party: { ...partyOf(dn), callerId: from } };
    return this.exchange.placeCall({ caller, from, to, did: '', destination });
  }

  legs(number: string): readonly Leg[] {
    return this.exchange.register.legsOn(number);
  }

  /** Which of these numbers ring now. */
  ringing(...numbers: string[]): string[] {
    return numbers.filter((number) => this.legs(number).some(({ status }) => status !== 'Connected'));
  }

  dispose(): void {
    this.exchange.dispose();
    this.exchange.timers.dispose();
  }
}
