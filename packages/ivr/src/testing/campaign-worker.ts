import { connect } from '@org/3cx-core';
import { createFileCallStore } from '../flow/file-call-store';
import { parseFlow } from '../flow/parse-flow';
import { startCampaign } from '../outbound/campaign';
import type { CampaignContact } from '../outbound/contact';
import { createFileCampaignStore } from '../outbound/file-campaign-store';
import { flowConversation } from '../outbound/flow-conversation';

/** A process that runs a campaign until it is killed, or through; started by the test of just that. */
async function work(): Promise<void> {
  const [serverUrl = '', clientId = '', clientSecret = '', directory = '', flowJson = '', contactsJson = ''] =
    process.argv.slice(2);
  const flow: unknown = JSON.parse(flowJson);
  const contacts = JSON.parse(contactsJson) as readonly CampaignContact[];
  const pbx = await connect({ serverUrl, clientId, clientSecret });
  const campaign = await startCampaign(pbx, {
    name: 'killed',
    contacts,
    concurrency: 4,
    timeoutSeconds: 5,
    retry: { attempts: 2, delayMs: 50 },
    conversation: flowConversation(parseFlow(flow), { store: createFileCallStore(`${directory}/calls`) }),
    store: createFileCampaignStore(`${directory}/campaigns`),
  });
  process.stdout.write('ready\n');
  await campaign.done;
  process.stdout.write('through\n');
  await pbx.dispose();
}

void work();
