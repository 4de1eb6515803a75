import type { INodeType, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { callSteps, listSearches, phoneSystems, triggerContext } from '../../src/shared';
import { callReceiverDescription } from './description';
import { startCallReceiver } from './start-call-receiver';

const { searchExtensions, searchUsers } = listSearches(phoneSystems);

export class ThreeCxCallReceiver implements INodeType {
  description = callReceiverDescription;

  methods = { listSearch: { searchExtensions, searchUsers } };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return startCallReceiver(triggerContext(this), { systems: phoneSystems, steps: callSteps });
  }
}
