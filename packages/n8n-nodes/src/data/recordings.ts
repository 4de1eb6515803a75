import type { PhoneSystem, XapiComponents } from '@org/3cx-core';
import type { IDataObject } from 'n8n-workflow';
import { GuidedError } from '../guided-error';
import { firstText } from './first-text';
import type { Period } from './period';

type Xapi = PhoneSystem['xapi'];
type Recording = XapiComponents['schemas']['Recording'];

export interface RecordingQuery {
  readonly period: Period;
  /** Recordings that this extension took part in; empty for all. */
  readonly extension: string;
  readonly limit?: number;
  readonly simplify: boolean;
}

/** Recordings of a period, newest first. @throws PermissionError without the role System Owner */
export async function recordings(
  xapi: Xapi,
  { period, extension, limit, simplify }: RecordingQuery,
): Promise<IDataObject[]> {
  const { from, to } = period;
  const found: IDataObject[] = [];
  for await (const recording of xapi.paginate('/Recordings', {
    filter: (row) => {
      const inPeriod = row.and(row.ge('StartTime', from), row.lt('StartTime', to));
      if (extension === '') return inPeriod;
      return row.and(inPeriod, row.or(row.eq('FromDn', extension), row.eq('ToDn', extension)));
    },
    orderBy: ['Id desc'],
    ...(limit !== undefined && { limit }),
  })) {
    found.push(simplify ? recordingOutput(recording) : { ...recording });
  }
  return found;
}

export function recordingOutput(recording: Recording): IDataObject {
  const { Id: recordingId = 0, StartTime, EndTime } = recording;
  return {
    recordingId,
    startTime: StartTime ?? null,
    from: firstText(recording.FromCallerNumber, recording.FromDn),
    fromName: recording.FromDisplayName ?? '',
    to: firstText(recording.ToCallerNumber, recording.ToDn),
    toName: recording.ToDisplayName ?? '',
    durationSeconds: secondsBetween(StartTime, EndTime),
    callType: recording.CallType ?? null,
    transcribed: recording.IsTranscribed ?? false,
  };
}

/** The WAV file of a recording. @throws NotFoundError when there is none */
export function recordingFile(xapi: Xapi, recordingId: number, signal?: AbortSignal): Promise<Uint8Array> {
  return xapi.download('/Recordings/Pbx.DownloadRecording(recId={recId})', {
    path: { recId: recordingId },
    ...(signal && { signal }),
  });
}

/**
 * What was said. 3CX transcribes when it is asked to, which takes a while.
 * @throws GuidedError when there is no such recording
 */
export async function transcriptOf(xapi: Xapi, recordingId: number, request: boolean): Promise<IDataObject> {
  const { rows } = await xapi.list('/Recordings', { filter: (row) => row.eq('Id', recordingId) });
  const recording = rows.find(({ Id }) => Id === recordingId);
  if (recording === undefined) throw recordingUnknown(recordingId);
  const { Transcription: text, Summary, SentimentScore, CanBeTranscribed } = recording;
  const transcribed = recording.IsTranscribed ?? Boolean(text);
  const requested = !transcribed && request;
  if (requested) await xapi.post('/Recordings/Pbx.TranscribeRecordings', { body: { ids: [recordingId] } });
  return {
    recordingId,
    transcribed,
    transcript: text ?? null,
    summary: Summary ?? null,
    sentimentScore: SentimentScore ?? null,
    canBeTranscribed: CanBeTranscribed ?? null,
    requested,
  };
}

function recordingUnknown(recordingId: number): GuidedError {
  return new GuidedError(
    'PARAMETER',
    `404 Recording ${String(recordingId)} not found`,
    'It was deleted, or this client may not see it. Get Recordings lists those there are.',
  );
}

function secondsBetween(start: string | null | undefined, end: string | null | undefined): number | null {
  if (!start || !end) return null;
  return Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 1_000));
}
