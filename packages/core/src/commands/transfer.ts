import {
  ConnectionFailedError,
  FailedDependencyError,
  NotFoundError,
  ServerError,
  TimeoutError,
  UnprocessableError,
  type CallControlClient,
} from '@org/3cx-api-client';
import type { RouteOptions, TransferOutcome } from '../call';

export interface TransferCommand extends Pick<
  RouteOptions,
  'to' | 'timeoutSeconds' | 'reason' | 'attachedData'
> {
  /** Default `transferto`. */
  readonly action?: 'transferto' | 'routeto' | 'divert';
  readonly dn: string;
  readonly participantId: number;
}

const DEFAULT_TIMEOUT_SECONDS = 30;

/**
 * Has the PBX transfer, route or divert a participant, and says what became of it. When the
 * answer gets lost, the participant's own state is asked: still there means failed,
 * gone means that it can't be told from a hang-up.
 * @throws NotFoundError when the participant was gone before the attempt; PermissionError, AuthenticationError
 */
export async function transferCall(
  api: Pick<CallControlClient, 'act' | 'getParticipant'>,
  { dn, participantId, action = 'transferto', to, timeoutSeconds, reason, attachedData }: TransferCommand,
): Promise<TransferOutcome> {
  try {
    const result = await api.act(dn, participantId, action, {
      destination: to.trim(),
      timeout: timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      ...(reason === undefined ? {} : { reason }),
      ...(attachedData === undefined ? {} : { attacheddata: { ...attachedData } }),
    });
    if (result.finalstatus === 'success' || result.finalstatus === 'unstated') return { kind: 'succeeded' };
    return { kind: 'failed', reason: result.reasontext || result.reason || result.finalstatus };
  } catch (error) {
    if (error instanceof UnprocessableError || error instanceof FailedDependencyError) {
      return { kind: 'failed', reason: error.detail || 'the target did not take the call' };
    }
    if (
      error instanceof ServerError ||
      error instanceof TimeoutError ||
      error instanceof ConnectionFailedError
    ) {
      return settled(api, dn, participantId);
    }
    throw error;
  }
}

async function settled(
  api: Pick<CallControlClient, 'getParticipant'>,
  dn: string,
  participantId: number,
): Promise<TransferOutcome> {
  try {
    await api.getParticipant(dn, participantId);
    return { kind: 'failed', reason: 'the PBX did not confirm the transfer, and the caller is still here' };
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ConnectionFailedError) return { kind: 'unknown' };
    throw error;
  }
}
