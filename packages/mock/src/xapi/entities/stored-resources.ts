import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { JsonObject } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { Resource } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { text } from './json-reading';
import { StoredSet, storedSingleton } from './stored-set';

/** Whatever can be configured without meaning for the switch (3CX facts 10.9, 10.10). */
export function storedResources(configuration: PbxConfiguration, types: TypeLibrary): readonly Resource[] {
  return [
    callFlowApps(configuration, types),
    new StoredSet({
      name: 'Playlists',
      type: types.structure('Playlist'),
      key: 'Name',
      complete: (body) => ({ Files: [], Shuffle: false, AutoGain: false, MaxVolumePercent: 100, ...body }),
    }).resource,
    storedSingleton('MusicOnHoldSettings', types.structure('MusicOnHoldSettings'), {
      Id: 0,
      MusicOnHold: '/prompts/hold-music.wav',
    }),
    storedSingleton('VoicemailSettings', types.structure('VoicemailSettings'), {
      Id: 0,
      AutoDeleteEnabled: false,
      AutoDeleteDays: 30,
    }),
    storedSingleton('CDRSettings', types.structure('CDRSettings'), {
      Enabled: false,
      EnabledFields: [],
      LogType: 'SingleFileForAllCalls',
      PossibleFields: [
        'historyid',
        'callid',
        'duration',
        'time-start',
        'time-answered',
        'time-end',
        'from-no',
        'to-no',
      ],
      RemoveCommaDelimiters: false,
    }),
    crmIntegration(types),
  ];
}

function callFlowApps(configuration: PbxConfiguration, types: TypeLibrary): Resource {
  const files = new Map<unknown, readonly string[]>();
  const store = new StoredSet({
    name: 'CallFlowApps',
    type: types.structure('CallFlowApp'),
    alternateKey: 'Number',
    complete: (body, existing) => {
      const number = text(body.Number) || freeNumber(configuration, existing);
      if (configuration.dn(number)) throw badRequest(`The number ${number} is taken.`);
      const hasScript = text(body.ScriptCode) !== '';
      return {
        Name: number,
        RoutingType: 'Forward',
        IsRegistered: false,
        InvalidScript: false,
        Groups: [],
        ...body,
        ...(hasScript ? { CompilationSucceeded: true } : {}),
        Number: number,
      };
    },
  });
  const filesOf = (row: JsonObject): readonly string[] =>
    files.get(row.Id) ?? (text(row.ScriptCode) === '' ? [] : [`${text(row.Number)}.cs`]);
  return {
    ...store.resource,
    operations: [
      operation(types, 'function', 'entity', 'GetFiles', '', ({ row }) => ({
        kind: 'values',
        of: 'Edm.String',
        values: filesOf(row),
      })),
      operation(types, 'action', 'entity', 'DeleteFile', 'filename string', ({ row, given }) => {
        const others = filesOf(row).filter((file) => file !== given.filename);
        if (others.length === filesOf(row).length)
          throw badRequest(`There is no file '${text(given.filename)}'.`);
        files.set(row.Id, others);
        return done;
      }),
    ],
  };
}

function freeNumber(configuration: PbxConfiguration, existing: readonly JsonObject[]): string {
  let number = 830;
  const taken = (candidate: string): boolean =>
    configuration.dn(candidate) !== undefined || existing.some((row) => row.Number === candidate);
  while (taken(String(number))) number += 1;
  return String(number);
}

function crmIntegration(types: TypeLibrary): Resource {
  return storedSingleton(
    'CrmIntegration',
    types.structure('CrmIntegration'),
    {
      Id: '',
      Name: '',
      EnabledForDidCalls: false,
      EnabledForExternalCalls: false,
      PhonebookPriorityOptions: 'NotQueryIfInPhonebookFound',
      PhonebookSynchronization: false,
      PossibleValues: [],
      VariableChoices: [],
    },
    [
      operation(types, 'action', 'set', 'Test', 'mode CrmTestMode?, query string?', () => ({
        kind: 'entity',
        type: types.structure('CrmTestResult'),
        entity: {
          IsError: true,
          Message: 'No CRM is connected.',
          Log: '',
          SearchResult: [],
        },
      })),
    ],
  );
}
