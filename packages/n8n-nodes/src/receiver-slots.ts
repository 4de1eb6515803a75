import type { PhoneSystem } from '@org/3cx-core';
import { GuidedError } from './guided-error';

const taken = new WeakMap<PhoneSystem, Map<string, string>>();

/**
 * Reserves the calls of an extension for one Call Receiver: with two, each call
 * would be answered by two workflows. Returns what gives it back.
 * @throws GuidedError naming the workflow that has it
 */
export function takeReceiverSlot(pbx: PhoneSystem, extension: string, workflow: string): () => void {
  const slots = taken.get(pbx) ?? new Map<string, string>();
  taken.set(pbx, slots);
  const holder = slots.get(extension);
  if (holder !== undefined) {
    throw new GuidedError(
      'RECEIVER_TAKEN',
      `The workflow '${holder}' already receives the calls of extension ${extension}`,
      'An extension has one Call Receiver at a time. Deactivate that workflow, also before a test run of it, or use another extension.',
    );
  }
  slots.set(extension, workflow);
  return () => {
    slots.delete(extension);
  };
}
