import { requireMainProcess } from './process-role';

describe('the process that may sign in to 3CX', () => {
  it.each([[['node', 'n8n']], [['node', 'n8n', 'start']], [['node', 'n8n', 'execute']]])(
    'is the main process: %j',
    (argv) => {
      expect(() => {
        requireMainProcess(argv);
      }).not.toThrow();
    },
  );

  it.each(['worker', 'webhook'])('is not a %s of queue mode', (command) => {
    expect(() => {
      requireMainProcess(['node', 'n8n', command]);
    }).toThrow('3CX calls are handled only by the main process of n8n');
  });
});
