import type { INodeExecutionData } from 'n8n-workflow';
import { CallSteps, PhoneSystems } from '../../src/shared';
import { fakeActionContext, type FakeActionOptions, FakeCall, FakePhoneSystem } from '../../src/spec-support';
import { runCallControl } from './run-call-control';

type Values = Readonly<Record<string, unknown>>;

/** Call Control with one answered call, ready to be tried. */
export class ControlBench {
  readonly pbx = new FakePhoneSystem();
  readonly call = new FakeCall();
  readonly steps = new CallSteps();

  constructor() {
    this.call.status = 'answered';
    this.pbx.calls = [this.call];
  }

  run(options: FakeActionOptions): Promise<INodeExecutionData[][]> {
    const systems = new PhoneSystems({ connect: () => Promise.resolve(this.pbx), lingerMs: 0 });
    return runCallControl(fakeActionContext(options), { systems, steps: this.steps });
  }

  /** The one item that comes out, whichever output it leaves by. */
  async runOne(parameters: Values): Promise<INodeExecutionData | undefined> {
    return (await this.run({ parameters })).flat()[0];
  }

  /** How many items leave by each output. */
  async leavingBy(parameters: Values): Promise<number[]> {
    return (await this.run({ parameters })).map(({ length }) => length);
  }
}
