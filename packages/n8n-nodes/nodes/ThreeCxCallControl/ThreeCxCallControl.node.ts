import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { actionContext, callSteps, credentialTester, listSearches, phoneSystems } from '../../src/shared';
import { callControlDescription } from './description';
import { runCallControl } from './run-call-control';

const { searchExtensions, searchParkings, searchPrompts, searchTargets, searchUsers } =
  listSearches(phoneSystems);

export class ThreeCxCallControl implements INodeType {
  description = callControlDescription;

  methods = {
    credentialTest: { testThreeCxConnection: credentialTester(phoneSystems) },
    listSearch: { searchExtensions, searchParkings, searchPrompts, searchTargets, searchUsers },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runCallControl(actionContext(this), { systems: phoneSystems, steps: callSteps });
  }
}
