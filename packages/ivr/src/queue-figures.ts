import type { PhoneSystem } from '@org/3cx-core';

/** How things stand in a queue. */
export interface QueueFigures {
  /** Callers who wait in it. */
  readonly waiting: number;
  /** Agents who could take a call now; absent when the source can't tell. */
  readonly agentsFree?: number;
  /** Seconds; absent when the source can't tell. */
  readonly averageWaitSeconds?: number;
}

/** Where the figures of a queue come from. */
export type ReadQueueFigures = (queue: string) => Promise<QueueFigures>;

/**
 * Figures from the PBX's list of active calls: who is shown with the queue as the called side
 * waits in it, as an agent who answers takes the queue's place there. That the list shows
 * queues so is inferred, not documented. It tells nothing of agents.
 * @throws PermissionError without the Configuration API permission, and what `getActiveCalls` throws
 */
export function queueFiguresOf(pbx: Pick<PhoneSystem, 'getActiveCalls'>): ReadQueueFigures {
  return async (queue) => {
    const calls = await pbx.getActiveCalls();
    return { waiting: calls.filter(({ to }) => to === queue || to.startsWith(`${queue} `)).length };
  };
}

export type FigureName = keyof QueueFigures | 'position';

/** The figures under names of a flow; `position` is the place that the next caller would have. */
export function namedFigures(
  figures: QueueFigures,
  names: Readonly<Record<string, FigureName>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, figure]) => {
      const value = figure === 'position' ? figures.waiting + 1 : figures[figure];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
