import { everythingSettled } from '../testing/virtual-clock';
import { detachableThen } from './detachable-then';

describe('a detachable continuation', () => {
  it('runs when the promise resolves', async () => {
    const run = jest.fn();
    detachableThen(Promise.resolve(), run);
    await everythingSettled();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not run once detached', async () => {
    const run = jest.fn();
    const detach = detachableThen(Promise.resolve(), run);
    detach();
    await everythingSettled();
    expect(run).not.toHaveBeenCalled();
  });
});
