import { AsyncLocalStorage } from 'node:async_hooks';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { JsonObject } from '../odata/json';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';

/** Entries kept; the oldest go first. */
const kept = 1000;

/** A change of the configuration, for the audit log. */
export interface ConfigurationEntry {
  readonly id: number;
  readonly at: number;
  readonly action: 'added' | 'changed' | 'removed';
  readonly part: string;
  readonly name: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
  /** Client id of whoever asked for it; `system` when nobody did through the XAPI. */
  readonly by: string;
}

/** What happened to the phone system itself: it started, it was configured. */
export class EventLog {
  readonly #wallNow: () => number;
  #entries: readonly JsonObject[] = [];
  #changes: readonly ConfigurationEntry[] = [];
  #lastId = 0;
  readonly #actor = new AsyncLocalStorage<string>();

  constructor(configuration: PbxConfiguration, wallNow: () => number) {
    this.#wallNow = wallNow;
    this.#add(1, 'The phone system started.', []);
    configuration.subscribe((part, change) => {
      const before = 'before' in change ? change.before : undefined;
      const after = 'after' in change ? change.after : undefined;
      const entity = after ?? before;
      const name = entity?.number ?? (entity ? String(entity.id) : part);
      const action = change.kind === 'settings' ? 'changed' : change.kind;
      this.#add(2, `${part}: ${name} was ${action}.`, [part, name, action]);
      this.#changes = [
        ...this.#changes.slice(1 - kept),
        {
          id: this.#lastId,
          at: this.#wallNow(),
          action,
          part,
          name,
          before,
          after,
          by: this.#actor.getStore() ?? 'system',
        },
      ];
    });
  }

  /** Changes that `work` brings about are `clientId`'s. */
  as<Result>(clientId: string, work: () => Result): Result {
    return this.#actor.run(clientId, work);
  }

  get changes(): readonly ConfigurationEntry[] {
    return this.#changes;
  }

  resource(types: TypeLibrary): EntitySet {
    const type = types.structure('EventLog');
    const rows = () => this.#entries;
    return {
      kind: 'set',
      name: 'EventLogs',
      type,
      key: 'Id',
      access: 'administrators',
      rows,
      operations: [
        operation(types, 'function', 'set', 'DownloadEventLogs', '', () => ({
          kind: 'rows',
          type,
          rows: rows(),
        })),
        operation(types, 'action', 'set', 'PurgeEventLog', '', () => {
          this.#entries = [];
          return done;
        }),
      ],
    };
  }

  #add(eventId: number, message: string, params: readonly string[]): void {
    this.#lastId += 1;
    const entry: JsonObject = {
      Id: this.#lastId,
      EventId: eventId,
      Type: 'Info',
      Group: '',
      GroupName: '',
      Source: '3CX PhoneSystem',
      Message: message,
      Params: params,
      TimeGenerated: new Date(this.#wallNow()).toISOString(),
    };
    this.#entries = [...this.#entries.slice(1 - kept), entry];
  }
}
