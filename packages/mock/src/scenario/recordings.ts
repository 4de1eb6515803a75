import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AudioDecodeError } from '@org/3cx-audio';
import { nameOf } from './describe-step';
import { referenceFrom } from './hearing/reference';
import type { Reference } from './hearing/reference';
import { ScenarioError } from './scenario-error';
import type { Recording, Scenario } from './steps';
import type { TelephoneDesk } from './telephone-desk';

/** Where recordings come from: the PBX's own files first, then the disk. */
export class Recordings {
  readonly #desk: TelephoneDesk;
  readonly #folder: string;
  readonly #references = new Map<Recording, Promise<Reference>>();
  #files: Promise<readonly string[]> | undefined;

  /** @param folder what paths of files on disk are relative to. */
  constructor(desk: TelephoneDesk, folder: string) {
    this.#desk = desk;
    this.#folder = folder;
  }

  async bytes(recording: Recording): Promise<Uint8Array> {
    if (typeof recording !== 'string') return recording;
    const files = await (this.#files ??= this.#desk.files());
    if (files.includes(recording)) return this.#desk.file(recording);
    const file = resolve(this.#folder, recording);
    try {
      return await readFile(file);
    } catch (error) {
      throw new ScenarioError(
        'bad-scenario',
        `There is no recording ${recording}: neither does the PBX have a file of that path, nor is there ${file}.`,
        { cause: error },
      );
    }
  }

  /** @throws ScenarioError when it isn't a WAV file. */
  reference(recording: Recording): Promise<Reference> {
    const known = this.#references.get(recording) ?? this.#read(recording);
    this.#references.set(recording, known);
    return known;
  }

  /** Every recording that may have been heard: the PBX's files and those of the scenario. */
  async known(scenario: Scenario): Promise<readonly Reference[]> {
    const files = await (this.#files ??= this.#desk.files());
    const own = scenario.actors.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.does === 'hears' || step.does === 'waitsUntilHeHears' ? [step.recording] : [],
      ),
    );
    const wavs = files.filter((file) => file.endsWith('.wav'));
    const all = await Promise.allSettled([...new Set([...own, ...wavs])].map((one) => this.reference(one)));
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  async #read(recording: Recording): Promise<Reference> {
    const bytes = await this.bytes(recording);
    try {
      return referenceFrom(nameOf(recording), bytes);
    } catch (error) {
      if (!(error instanceof AudioDecodeError)) throw error;
      throw new ScenarioError('not-audio', `${nameOf(recording)} is not a WAV file: ${error.message}`, {
        cause: error,
      });
    }
  }
}
