import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { actionContext, listSearches, phoneSystems, slowData } from '../../src/shared';
import { callDataDescription } from './description';
import { runCallData } from './run-call-data';

const { searchQueues, searchUsers } = listSearches(phoneSystems);

export class ThreeCxCallData implements INodeType {
  description = callDataDescription;

  methods = { listSearch: { searchQueues, searchUsers } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runCallData(actionContext(this), { systems: phoneSystems, cache: slowData });
  }
}
