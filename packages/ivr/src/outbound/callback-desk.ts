import type { PromptSource } from '@org/3cx-core';
import type { Observable } from 'rxjs';
import type { PromptList } from '../dtmf/collect-options';
import type { FlowValue } from '../flow/definition';
import { confirm } from '../confirm';
import type { QueueFigures, ReadQueueFigures } from '../queue-figures';
import { startCampaign, type Campaign } from './campaign';
import type {
  CampaignCall,
  CampaignOptions,
  CampaignPhone,
  ConversationContext,
  Verdict,
} from './campaign-options';
import type { CallbackBook, CallbackRequest } from './callback-book';
import { plainNumber, type ContactState } from './contact';
import type { CampaignProgress } from './progress';

export interface CallbackDeskOptions extends Pick<
  CampaignOptions,
  | ('hours' | 'timeZone' | 'retry' | 'doNotCall' | 'from' | 'timeoutSeconds' | 'store' | 'concurrency')
  | ('gateMs' | 'logger' | 'now' | 'clock')
> {
  /** Names the desk in its store. Default `callbacks`. */
  readonly name?: string;
  /** The queue that is fronted. */
  readonly queue: string;
  readonly figures: ReadQueueFigures;
  /** Whether somebody may be called back now. Default: nobody waits, and agents are free as far as that is known. */
  readonly ready?: (figures: QueueFigures) => boolean;
  /** Heard by whoever answers: 1 connects with the queue. A mailbox that answers presses nothing. */
  readonly offer: PromptList;
  /** Heard while the queue is being called, before the hold music of the PBX. Default: nothing. */
  readonly connecting?: PromptSource;
  /** How long the queue has to take the call. Seconds, 1–120, default 120. */
  readonly queueTimeoutSeconds?: number;
}

/** Takes call-backs and makes them. Whoever opened it disposes it. */
export interface CallbackDesk extends CallbackBook, AsyncDisposable {
  readonly progress$: Observable<CampaignProgress>;
  readonly callbacks: readonly ContactState[];
  pause(): Promise<void>;
  resume(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * Opens a desk that takes call-backs and makes them once the queue has room, in the order in
 * which they were asked for: calls, has it confirmed with 1, and transfers into the queue. A
 * number that waits already isn't booked a second time. It is a campaign that stays open, and
 * survives a restart as one.
 * @throws what `startCampaign` throws
 */
export async function openCallbackDesk(
  pbx: CampaignPhone,
  {
    name = 'callbacks',
    queue,
    figures,
    ready = hasRoom,
    offer,
    connecting,
    queueTimeoutSeconds = 120,
    ...options
  }: CallbackDeskOptions,
): Promise<CallbackDesk> {
  const { clock, logger } = options;
  const talk = async (call: CampaignCall, { signal, connection$ }: ConversationContext): Promise<Verdict> => {
    const answer = await confirm(call, {
      prompts: { initial: offer },
      attempts: 2,
      ...{ signal, connection$ },
      ...(clock && { clock }),
    });
    if (answer.kind !== 'confirmed') return { kind: 'again' };
    if (!answer.answer) return { kind: 'done', values: { wanted: false } };
    if (connecting !== undefined) await call.play(connecting, { signal });
    const taken = await call.transfer({ to: queue, timeoutSeconds: queueTimeoutSeconds });
    return taken.kind === 'failed' ? { kind: 'again' } : { kind: 'done', values: { wanted: true } };
  };
  const mayCall = async () => {
    try {
      return ready(await figures(queue));
    } catch (error) {
      logger?.warn('The figures of the queue could not be read; call-backs wait', {
        queue,
        error: error instanceof Error ? error.message : String(error),
      });
      return false;
    }
  };
  const campaign = await startCampaign(pbx, {
    ...options,
    ...{ name, mayCall, open: true, conversation: { talk } },
  });
  return new Desk(campaign);
}

class Desk implements CallbackDesk {
  constructor(private readonly campaign: Campaign) {}

  get progress$(): Observable<CampaignProgress> {
    return this.campaign.progress$;
  }

  get callbacks(): readonly ContactState[] {
    return this.campaign.contacts;
  }

  async book({ id, number, queue, callId }: CallbackRequest): Promise<void> {
    const values: Record<string, FlowValue> = { queue, callId };
    const waits = this.campaign.contacts.some(
      (each) => each.status === 'waiting' && plainNumber(each.number) === plainNumber(number),
    );
    if (!waits) await this.campaign.add({ id, number, values });
  }

  pause(): Promise<void> {
    return this.campaign.pause();
  }

  resume(): Promise<void> {
    return this.campaign.resume();
  }

  dispose(): Promise<void> {
    return this.campaign.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

function hasRoom({ waiting, agentsFree = 1 }: QueueFigures): boolean {
  return waiting === 0 && agentsFree > 0;
}
