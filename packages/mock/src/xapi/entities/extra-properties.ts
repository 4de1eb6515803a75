import type { JsonObject } from '../odata/json';

/**
 * What clients set on entities that means nothing to the switch (`Language`, `PinProtected`…):
 * kept, and answered as it was sent.
 */
export class ExtraProperties {
  readonly #byId = new Map<number, JsonObject>();

  of(id: number): JsonObject {
    return this.#byId.get(id) ?? {};
  }

  set(id: number, properties: JsonObject): void {
    if (Object.keys(properties).length > 0) this.#byId.set(id, { ...this.of(id), ...properties });
  }

  forget(id: number): void {
    this.#byId.delete(id);
  }
}
