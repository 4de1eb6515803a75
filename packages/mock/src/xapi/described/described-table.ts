import { readFile } from 'node:fs/promises';
import type { Resource } from '../service/resource';
import { describedResources } from './described-resources';

/** The resources of a description that is read when they are asked for the first time. */
export class DescribedTable {
  readonly #file: string;
  #resources: Promise<ReadonlyMap<string, Resource>> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * The description as the PBX itself serves it, at `/xapi/v1/swagger.yaml`.
   * @throws the system error when the file can't be read
   */
  text(): Promise<string> {
    return readFile(this.#file, 'utf8');
  }

  /** @throws XapiDescriptionError when the file is no description */
  async find(name: string): Promise<Resource | undefined> {
    return (await this.#load()).get(name);
  }

  async names(): Promise<readonly string[]> {
    return [...(await this.#load()).keys()];
  }

  async #read(): Promise<ReadonlyMap<string, Resource>> {
    // The YAML parser isn't loaded before it is needed: a mock without a description starts faster.
    const { readDescription } = await import('./description');
    return describedResources(readDescription(await this.text()));
  }

  #load(): Promise<ReadonlyMap<string, Resource>> {
    return (this.#resources ??= this.#read());
  }
}
