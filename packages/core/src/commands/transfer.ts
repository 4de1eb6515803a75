import {
  ConnectionFailedError,
  FailedDependencyError,
  NotFoundError,
  UnprocessableError,
  type CallControlClient,
} from '@org/3cx-api-client';
import type { RouteOptions, TransferOutcome } from '../call';
import { mayHaveActed } from './settled-by-state';

export interface TransferCommand extends Pick<
  RouteOptions,
  'to' | 'timeoutSeconds' | 'reason' | 'attachedData'
> {
  /** Default `transferto`. */
  readonly action?: 'transferto' | 'routeto' | 'divert';
  readonly dn: string;
  readonly participantId: number;
  /** The call it is of, by which it is found again on another extension. */
  readonly callid: number;
}

const DEFAULT_TIMEOUT_SECONDS = 30;

/**
 * Has the PBX transfer, route or divert a participant, and says what became of it. When the
 * answer gets lost, the state is asked: a participant that is still there means failed; one that
 * is gone means that it succeeded if the call is on another extension of ours now, and else
 * can't be told from a hang-up.
 * @throws NotFoundError when the participant was gone before the attempt; PermissionError, AuthenticationError
 */
export async function transferCall(
  api: Pick<CallControlClient, 'act' | 'getParticipant' | 'getState'>,
  command: TransferCommand,
): Promise<TransferOutcome> {
  const { dn, participantId, action = 'transferto', to, timeoutSeconds, reason, attachedData } = command;
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
    if (mayHaveActed(error)) return settled(api, command);
    throw error;
  }
}

async function settled(
  api: Pick<CallControlClient, 'getParticipant' | 'getState'>,
  { dn, participantId, callid }: TransferCommand,
): Promise<TransferOutcome> {
  try {
    await api.getParticipant(dn, participantId);
    return { kind: 'failed', reason: 'the PBX did not confirm the transfer, and the caller is still here' };
  } catch (error) {
    if (error instanceof ConnectionFailedError) return { kind: 'unknown' };
    if (!(error instanceof NotFoundError)) throw error;
  }
  try {
    const state = await api.getState();
    const goesOn = state.some(({ participants }) =>
      participants.some((one) => one.callid === callid && !(one.dn === dn && one.id === participantId)),
    );
    return goesOn ? { kind: 'succeeded' } : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}
