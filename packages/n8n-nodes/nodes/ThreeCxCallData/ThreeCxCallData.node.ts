import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { actionContext, phoneSystems } from '../../src/shared';
import { callDataDescription } from './description';
import { runCallData } from './run-call-data';

export class ThreeCxCallData implements INodeType {
  description = callDataDescription;

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runCallData(actionContext(this), phoneSystems);
  }
}
