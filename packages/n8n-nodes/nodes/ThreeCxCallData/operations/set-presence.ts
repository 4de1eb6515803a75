import { changeUser } from '../../../src/shared';
import { items, type DataOperation } from './data-operation';
import { extensionField, extensionOf } from './extension-field';

export const setPresence: DataOperation = {
  name: 'Set Presence',
  properties: [
    extensionField({
      operations: ['setPresence'],
      required: true,
      description: 'The extension whose presence is set',
    }),
    {
      displayName: 'Presence',
      name: 'presence',
      type: 'options',
      default: 'Available',
      displayOptions: { show: { operation: ['setPresence'] } },
      options: [
        { name: 'Available', value: 'Available' },
        { name: 'Away', value: 'Away' },
        { name: 'Custom 1', value: 'Custom 1' },
        { name: 'Custom 2', value: 'Custom 2' },
        { name: 'Out of Office', value: 'Out of office' },
      ],
      description: 'The status that the extension shows, which decides where its calls go',
    },
  ],
  prepare({ parameters }) {
    const number = extensionOf(parameters);
    const presence = parameters.choice('presence', [
      'Available',
      'Away',
      'Out of office',
      'Custom 1',
      'Custom 2',
    ]);
    return {
      facts: { extension: number, needs: 'a role that may change extensions' },
      async read({ pbx }) {
        await changeUser(pbx.xapi, number, { CurrentProfileName: presence });
        return items([{ number, presence }]);
      },
    };
  },
};

export const setQueueLogin: DataOperation = {
  name: 'Set Queue Login',
  properties: [
    extensionField({
      operations: ['setQueueLogin'],
      required: true,
      description: 'The agent that is signed in or out',
    }),
    {
      displayName: '3CX signs an agent in to all queues at once, or out of all.',
      name: 'queueLoginNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['setQueueLogin'] } },
    },
    {
      displayName: 'Logged In',
      name: 'loggedIn',
      type: 'boolean',
      default: true,
      displayOptions: { show: { operation: ['setQueueLogin'] } },
      description: 'Whether the agent takes calls of queues',
    },
  ],
  prepare({ parameters }) {
    const number = extensionOf(parameters);
    const queueLogin = parameters.flag('loggedIn');
    return {
      facts: { extension: number, needs: 'a role that may change extensions' },
      async read({ pbx }) {
        await changeUser(pbx.xapi, number, { QueueStatus: queueLogin ? 'LoggedIn' : 'LoggedOut' });
        return items([{ number, queueLogin }]);
      },
    };
  },
};
