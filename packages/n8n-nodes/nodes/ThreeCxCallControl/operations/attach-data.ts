import { GuidedError, untilCancelled, type CallOperation } from '../../../src/shared';

export const attachData: CallOperation = {
  name: 'Attach Data',
  properties: [
    {
      displayName: 'The data travels with the call for apps on 3CX; it can not be read back here.',
      name: 'attachDataNotice',
      type: 'notice',
      default: '',
      displayOptions: { show: { operation: ['attachData'] } },
    },
    {
      displayName: 'Data',
      name: 'data',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add Entry',
      default: { entries: [{ name: '', value: '' }] },
      displayOptions: { show: { operation: ['attachData'] } },
      options: [
        {
          displayName: 'Entry',
          name: 'entries',
          values: [
            { displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. customer' },
            { displayName: 'Value', name: 'value', type: 'string', default: '' },
          ],
        },
      ],
      description: 'Texts to attach, each under a name',
    },
    {
      displayName: 'Attach To',
      name: 'attachTo',
      type: 'options',
      default: 'participant',
      displayOptions: { show: { operation: ['attachData'] } },
      options: [
        { name: 'Other Party', value: 'party', description: "The caller's end of the call" },
        { name: 'This Side', value: 'participant', description: "This extension's end of the call" },
      ],
      description: 'Which end of the call the data belongs to',
    },
  ],
  prepare({ parameters }) {
    const entries = parameters
      .rows('data.entries')
      .map((row): [string, string] => [row.text('name', { required: true }), row.text('value')]);
    if (entries.length === 0) {
      throw new GuidedError('PARAMETER', "'Data' is empty", 'Add at least one entry to it.');
    }
    const to = parameters.choice('attachTo', ['participant', 'party']);
    return {
      async act(call, { signal }) {
        await untilCancelled(call.attachData(Object.fromEntries(entries), { to }), signal);
        return { json: { attached: entries.map(([name]) => name) } };
      },
    };
  },
};
