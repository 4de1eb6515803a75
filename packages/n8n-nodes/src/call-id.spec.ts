import { resolveCallId } from './call-id';
import { fakeActionContext } from './spec-support';

const receiver = (name: string, disabled = false) => ({
  name,
  type: 'n8n-nodes-3cx-call-control.threeCxCallReceiver',
  typeVersion: 1,
  disabled,
});

const monitor = {
  name: 'Monitor',
  type: 'n8n-nodes-3cx-call-control.threeCxCallMonitor',
  typeVersion: 1,
  disabled: false,
};

describe('which call an item is about', () => {
  it('is what the parameter says', () => {
    const context = fakeActionContext({
      parameters: { callId: ' call-7-1 ' },
      items: [{ json: { callId: 'call-8-1' } }],
    });
    expect(resolveCallId(context, 0)).toEqual({ callId: 'call-7-1' });
  });

  it('is callId of the item when the parameter gives nothing', () => {
    const context = fakeActionContext({
      parameters: { callId: undefined },
      items: [{ json: { callId: 'call-8-1' } }],
    });
    expect(resolveCallId(context, 0)).toEqual({ callId: 'call-8-1' });
  });

  it('is data.callId of the item next', () => {
    const context = fakeActionContext({ items: [{ json: { data: { callId: 'call-9-1' } } }] });
    expect(resolveCallId(context, 0)).toEqual({ callId: 'call-9-1' });
  });

  it('is that of the one Receiver before, and the output says where it is from', () => {
    const context = fakeActionContext({
      items: [{ json: {} }, { json: {} }],
      parents: [receiver('My "Calls" }}'), receiver('My "Calls" }}'), monitor, receiver('Old', true)],
      evaluate: (expression, itemIndex) =>
        itemIndex === 1 && expression === String.raw`{{ $("My \"Calls\" \u007d\u007d").item.json.callId }}`
          ? 'call-10-1'
          : undefined,
    });
    expect(resolveCallId(context, 1)).toEqual({ callId: 'call-10-1', callIdFrom: 'My "Calls" }}' });
  });

  it.each([
    ['two Receivers come before', [receiver('One'), receiver('Two')]],
    ['only a Monitor comes before', [monitor]],
    ['nothing comes before', []],
  ])('is not guessed when %s', (_, parents) => {
    const context = fakeActionContext({ items: [{ json: {} }], parents, evaluate: () => 'call-1-1' });
    expect(() => resolveCallId(context, 0)).toThrow("Call ID invalid: 'Call ID' is empty");
  });

  it('is missing when the item can’t be traced back to the Receiver', () => {
    const context = fakeActionContext({
      items: [{ json: {} }],
      parents: [receiver('One')],
      evaluate: () => {
        throw new Error('Paired item data is unavailable');
      },
    });
    expect(() => resolveCallId(context, 0)).toThrow("Call ID invalid: 'Call ID' is empty");
  });

  it.each(['12345', 12345])('is never another one when %j is given', (callId) => {
    const context = fakeActionContext({
      parameters: { callId },
      items: [{ json: { callId: 'call-8-1' } }],
      parents: [receiver('One')],
    });
    expect(() => resolveCallId(context, 0)).toThrow('Call ID invalid: "12345" has no call- prefix');
  });
});
