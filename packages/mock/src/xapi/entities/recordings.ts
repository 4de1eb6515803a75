import type { History } from '../../history/history';
import type { RecordingEntry } from '../../history/recording';
import { isList, isObject } from '../odata/json';
import type { JsonObject } from '../odata/json';
import { ODataError, badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet, OperationResult } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { dnTypeNumber } from './dn-type-numbers';

const callTypes: Readonly<Record<RecordingEntry['direction'], string>> = {
  internal: 'Local',
  inbound: 'InboundExternal',
  outbound: 'OutboundExternal',
};

/** Where a recording's file would lie on the PBX. */
export function recordingUrl({ dn, id, from, to, startedAt }: RecordingEntry): string {
  const time = new Date(startedAt).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${dn}/[${from.name}]_${from.number}-${to.number}_${time}(${id}).wav`;
}

/** `Recordings` (3CX facts 10.8): what the switch recorded, with its audio. */
export function recordings(history: History, types: TypeLibrary): EntitySet {
  const archived = new Set<number>();
  let settings: JsonObject = {
    AutoDeleteRecordingEnabled: false,
    AutoDeleteRecordingDays: 30,
    IsRecordingArchiveEnabled: true,
    RecordingPath: 'Recordings',
    RecordingsQuota: 0,
  };
  const row = (entry: RecordingEntry): JsonObject => ({
    Id: entry.id,
    CallType: callTypes[entry.direction],
    StartTime: new Date(entry.startedAt).toISOString(),
    EndTime: new Date(entry.endedAt).toISOString(),
    FromDn: entry.from.dn,
    FromDnType: dnTypeNumber(entry.from.type),
    FromDisplayName: entry.from.name,
    FromCallerNumber: entry.from.number,
    FromDidNumber: entry.did,
    ToDn: entry.to.dn,
    ToDnType: dnTypeNumber(entry.to.type),
    ToDisplayName: entry.to.name,
    ToCallerNumber: entry.to.number,
    ToDidNumber: '',
    RecordingUrl: recordingUrl(entry),
    IsArchived: archived.has(entry.id),
    ...(archived.has(entry.id) ? { ArchivedUrl: `archive/${recordingUrl(entry)}` } : {}),
    IsTranscribed: false,
    CanBeTranscribed: false,
  });
  const listed = (given: JsonObject): readonly number[] => {
    const ids = isList(given.ids) ? given.ids.filter((id) => typeof id === 'number') : [];
    const missing = ids.find((id) => !history.recordings.some((entry) => entry.id === id));
    if (missing !== undefined) throw badRequest(`There is no recording ${missing}.`);
    return ids;
  };
  const remove = (ids: readonly number[]): OperationResult => {
    for (const id of ids) {
      history.removeRecording(id);
      archived.delete(id);
    }
    return done;
  };
  const all = (): readonly number[] => history.recordings.map(({ id }) => id);
  const settingsType = types.structure('RecordingRepositorySettings');
  return {
    kind: 'set',
    name: 'Recordings',
    type: types.structure('Recording'),
    key: 'Id',
    access: 'owners',
    rows: () => history.recordings.map(row),
    operations: [
      operation(types, 'function', 'set', 'DownloadRecording', 'recId int', ({ given }) => {
        const entry = history.recordings.find(({ id }) => id === given.recId);
        if (!entry) throw new ODataError(404, 'There is no recording with this id.');
        return { kind: 'file', bytes: entry.wav, contentType: 'audio/wav', name: `${entry.id}.wav` };
      }),
      operation(types, 'function', 'set', 'GetRecordingRepositorySettings', '', () => ({
        kind: 'entity',
        type: settingsType,
        entity: {
          ...settings,
          RecordingUsedSpace: history.recordings.reduce((sum, { wav }) => sum + wav.byteLength, 0),
        },
      })),
      operation(
        types,
        'action',
        'set',
        'SetRecordingRepositorySettings',
        'settings RecordingRepositorySettings',
        ({ given }) => {
          if (isObject(given.settings)) settings = { ...settings, ...given.settings };
          return done;
        },
      ),
      operation(types, 'action', 'set', 'PurgeLocal', '', () =>
        remove(all().filter((id) => !archived.has(id))),
      ),
      operation(types, 'action', 'set', 'PurgeArchive', '', () => remove([...archived])),
      operation(types, 'action', 'set', 'Archive', '', () => {
        for (const id of all()) archived.add(id);
        return done;
      }),
      operation(types, 'action', 'set', 'BulkRecordingsDelete', 'ids int[]', ({ given }) =>
        remove(listed(given)),
      ),
      operation(types, 'action', 'set', 'BulkRecordingsArchive', 'ids int[]', ({ given }) => {
        for (const id of listed(given)) archived.add(id);
        return done;
      }),
      operation(types, 'action', 'set', 'TranscribeRecordings', 'ids int[]', ({ given }) => {
        listed(given);
        throw badRequest('No transcription engine is configured.');
      }),
    ],
  };
}
