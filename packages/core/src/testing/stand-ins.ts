import type { CallControlClient, Transport, XapiClient } from '@org/3cx-api-client';
import type { PhoneSystemParts } from '../connected-phone-system';
import type { Logger } from '../options';
import { VirtualClock } from './virtual-clock';

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

const unasked = (what: string) => (): never => {
  throw new Error(`${what} was asked for, which this test gives no answer to.`);
};

/** A Call Control client that answers only what it is given answers to. */
export function callControlStandIn(answers: Partial<CallControlClient> = {}): CallControlClient {
  return {
    getState: unasked('getState'),
    getDn: unasked('getDn'),
    getDevices: unasked('getDevices'),
    getDevice: unasked('getDevice'),
    getParticipants: unasked('getParticipants'),
    getParticipant: unasked('getParticipant'),
    act: unasked('act'),
    makeCall: unasked('makeCall'),
    speak: unasked('speak'),
    listen: unasked('listen'),
    ...answers,
  };
}

/** The same of the Configuration API. */
export function xapiStandIn(answers: Partial<XapiClient> = {}): XapiClient {
  return {
    getVersion: unasked('getVersion'),
    getSystemStatus: unasked('getSystemStatus'),
    getActiveCalls: unasked('getActiveCalls'),
    list: unasked('list'),
    paginate: unasked('paginate'),
    get: unasked('get'),
    post: unasked('post'),
    patch: unasked('patch'),
    delete: unasked('delete'),
    download: unasked('download'),
    ...answers,
  };
}

/** The same of HTTP itself. */
export function transportStandIn(answers: Partial<Transport> = {}): Transport {
  return {
    fetch: unasked('fetch'),
    download: unasked('download'),
    upload: unasked('upload'),
    tls: { rejectUnauthorized: true },
    dispose() {},
    ...answers,
  };
}

export interface PartsGiven extends Partial<Omit<PhoneSystemParts, 'api' | 'xapi'>> {
  readonly api?: Partial<CallControlClient>;
  readonly xapi?: Partial<XapiClient>;
}

/** The parts of a phone system without a network: what a test doesn't give answers nothing. */
export function partsWith({ api, xapi, ...given }: PartsGiven): PhoneSystemParts {
  return {
    serverUrl: 'https://pbx.example.com',
    clientId: '999',
    api: callControlStandIn(api),
    xapi: xapiStandIn(xapi),
    tokens: { get: () => Promise.resolve('token'), invalidate() {} },
    transport: transportStandIn(),
    openSocket: () => Promise.resolve({ close() {} }),
    clock: new VirtualClock(),
    logger: silent,
    epoch: 'test',
    ...given,
  };
}
