import type {
  ILoadOptionsFunctions,
  INodeListSearchResult,
  INodeType,
  ITriggerFunctions,
  ITriggerResponse,
} from 'n8n-workflow';
import { callSteps, phoneSystems, searchExtensions, triggerContext } from '../../src/shared';
import { callReceiverDescription } from './description';
import { startCallReceiver } from './start-call-receiver';

export class ThreeCxCallReceiver implements INodeType {
  description = callReceiverDescription;

  methods = {
    listSearch: {
      async searchExtensions(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
        return searchExtensions(this, phoneSystems, filter);
      },
    },
  };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return startCallReceiver(triggerContext(this), { systems: phoneSystems, steps: callSteps });
  }
}
