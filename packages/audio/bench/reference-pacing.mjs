/**
 * The pacing that 3CX's example documents, written anew: slices of 4,096 bytes, written while
 * no more than 500 ms are ahead of the clock; then a pause of half the lead. One timer per call.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const SLICE = 4096;
const LEAD_MS = 500;
const BYTES_PER_MS = 16;

/** Starts a prompt; `leadMs` tells what is sent and not heard yet, `stop` ends it, `done` resolves then. */
export function playAsReference(request, pcm) {
  let sent = 0;
  let stopped = false;
  const startedAt = performance.now();
  const leadMs = () => sent / BYTES_PER_MS - (performance.now() - startedAt);
  const run = async () => {
    while (sent < pcm.length && !stopped) {
      while (sent < pcm.length && leadMs() <= LEAD_MS) {
        request.write(pcm.subarray(sent, sent + SLICE));
        sent = Math.min(pcm.length, sent + SLICE);
      }
      await sleep(Math.max(1, leadMs() / 2));
    }
  };
  return {
    leadMs,
    stop() {
      stopped = true;
    },
    done: run(),
  };
}
