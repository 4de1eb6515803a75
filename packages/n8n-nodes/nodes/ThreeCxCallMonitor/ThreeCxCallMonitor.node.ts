import type { INodeType, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { phoneSystems, triggerContext } from '../../src/shared';
import { callMonitorDescription } from './description';
import { startCallMonitor } from './start-call-monitor';

export class ThreeCxCallMonitor implements INodeType {
  description = callMonitorDescription;

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    return startCallMonitor(triggerContext(this), phoneSystems);
  }
}
