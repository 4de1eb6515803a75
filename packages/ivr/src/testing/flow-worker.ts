import { connect } from '@org/3cx-core';
import { createFileCallStore } from '../flow/file-call-store';
import { parseFlow } from '../flow/parse-flow';
import { serveFlow } from '../flow/serve-flow';

/** A process that leads calls through a flow until it is killed; started by the test of just that. */
async function work(): Promise<void> {
  const [serverUrl = '', clientId = '', clientSecret = '', directory = '', flowJson = ''] =
    process.argv.slice(2);
  const json: unknown = JSON.parse(flowJson);
  const pbx = await connect({ serverUrl, clientId, clientSecret });
  await serveFlow(pbx, parseFlow(json), { store: createFileCallStore(directory) });
  process.stdout.write('ready\n');
}

void work();
