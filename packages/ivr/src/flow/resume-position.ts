import type { Flow } from './definition';
import { edgesOf, nodesOf, reachable, readsOf } from './graph';
import type { SavedFlow } from './call-store';
import { addressOf, startOf, stepAt, type FlowPosition } from './position';

/**
 * Where to go on after a restart. Secret values are gone with the process: when one of them is
 * still read further on, the call goes back to the step that asked for it.
 */
export function positionToResume(flow: Flow, saved: FlowPosition): FlowPosition {
  const nodes = nodesOf(flow);
  const edges = nodes.flatMap((node) => edgesOf(flow, node));
  const ahead = reachable(
    edges,
    saved.stack.map(({ subflow, step }) =>
      addressOf({ ...saved, stack: [subflow === undefined ? { step } : { subflow, step }] }),
    ),
  );
  const read = new Set(
    nodes.filter(({ address }) => ahead.has(address)).flatMap(({ step }) => readsOf(step)),
  );
  const lost = Object.entries(saved.secrets).find(([name]) => !(name in saved.values) && read.has(name));
  if (lost === undefined) return saved;
  const [, address] = lost;
  const here = saved.stack.at(-1)?.subflow;
  const prefix = here === undefined ? '' : `${here}/`;
  const secrets = Object.fromEntries(Object.entries(saved.secrets).filter(([name]) => name in saved.values));
  const inside = here === undefined ? !address.includes('/') : address.startsWith(prefix);
  // Asked for in a sub-flow that has been left: how that was reached isn't known any more.
  if (!inside)
    return { ...startOf(flow), language: saved.language, passed: saved.passed, taken: saved.taken };
  const step = address.slice(prefix.length);
  const stack = [...saved.stack.slice(0, -1), here === undefined ? { step } : { subflow: here, step }];
  return { ...saved, secrets, stack };
}

/**
 * Whether what was under way may be done again: to play, to ask or to record does no harm, and
 * a call-back is booked once for each key. A transfer may have been made, and a request sent; only
 * an idempotent request is repeated, and nothing whose values aren't all there.
 */
export function isRepeatable(flow: Flow, { pending, position }: SavedFlow): boolean {
  if (pending === 'transfer') return false;
  if (pending !== 'http' && pending !== 'bookCallback') return true;
  const step = stepAt(flow, position);
  if (step === undefined || (step.do === 'http' && !step.idempotent)) return false;
  return readsOf(step).every((name) => !(name in position.secrets) || name in position.values);
}
