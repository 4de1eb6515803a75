import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { actionContext, callSteps, credentialTester, phoneSystems } from '../../src/shared';
import { callControlDescription } from './description';
import { runCallControl } from './run-call-control';

export class ThreeCxCallControl implements INodeType {
  description = callControlDescription;

  methods = { credentialTest: { testThreeCxConnection: credentialTester(phoneSystems) } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runCallControl(actionContext(this), { systems: phoneSystems, steps: callSteps });
  }
}
