import type { INodeProperties } from 'n8n-workflow';
import { ThreeCxCallControlApi } from '../credentials/ThreeCxCallControlApi.credentials';
import { callControlDescription } from './ThreeCxCallControl/description';
import { callDataDescription } from './ThreeCxCallData/description';
import { callMonitorDescription } from './ThreeCxCallMonitor/description';
import { callReceiverDescription } from './ThreeCxCallReceiver/description';

const nodes = [callReceiverDescription, callMonitorDescription, callControlDescription, callDataDescription];

/** Fields at every depth. */
function all(properties: readonly INodeProperties[]): INodeProperties[] {
  return properties.flatMap((property) => {
    const inner = (property.options ?? []).flatMap((option) => {
      if ('values' in option) return option.values;
      return 'type' in option ? [option] : [];
    });
    return [property, ...all(inner)];
  });
}

const fields = all([
  ...nodes.flatMap(({ properties }) => properties),
  ...new ThreeCxCallControlApi().properties,
]);
const shown = fields.filter(({ type }) => type !== 'notice');
const LOWER = /^(a|an|and|at|by|for|from|if|in|of|on|or|the|to|with)$/;

describe('what the editor shows', () => {
  it('names fields in title case', () => {
    const wrong = shown.flatMap(({ displayName }) =>
      displayName.split(/[ /]/).some((word, at) => /^[a-z]/.test(word) && !(at > 0 && LOWER.test(word)))
        ? [displayName]
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('begins the description of a switch with “Whether”', () => {
    const wrong = shown.filter(
      ({ type, description = '' }) => type === 'boolean' && !description.startsWith('Whether '),
    );
    expect(wrong.map(({ displayName }) => displayName)).toEqual([]);
  });

  it('ends a description of one sentence without a full stop', () => {
    const wrong = shown.flatMap(({ description = '' }) =>
      /^[^.:]+\.$/.test(description) ? [description] : [],
    );
    expect(wrong).toEqual([]);
  });

  it('shows examples as such', () => {
    const examples = shown
      .filter(({ type }) => type === 'string' || type === 'number')
      .flatMap(({ placeholder }) => placeholder ?? []);
    expect(examples.filter((one) => !one.startsWith('e.g. ') && !one.startsWith('-----'))).toEqual([]);
  });

  it('lists choices and options in alphabetical order', () => {
    const names = (property: INodeProperties) =>
      (property.options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));
    const wrong = fields
      .filter(({ type }) => type === 'options' || type === 'multiOptions' || type === 'collection')
      .filter((property) => {
        const listed = names(property);
        return listed.join() !== listed.toSorted((one, other) => one.localeCompare(other)).join();
      });
    expect(wrong.map((property) => [property.displayName, names(property)])).toEqual([]);
  });

  it('gives every operation an action label that makes sense alone', () => {
    for (const { properties } of [callControlDescription, callDataDescription]) {
      const [operation] = properties.filter(({ name }) => name === 'operation');
      const labels = (operation?.options ?? []).map((option) =>
        'action' in option ? option.action : undefined,
      );
      expect(labels).not.toContain(undefined);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('gates fields of actions by their operation alone, so that none is lost in older workflows', () => {
    for (const { properties } of [callControlDescription, callDataDescription]) {
      expect(properties.map(({ name }) => name)).not.toContain('resource');
      for (const { name, displayOptions } of properties) {
        if (name === 'operation' || displayOptions?.hide !== undefined) continue;
        const gates = Object.keys(displayOptions?.show ?? {});
        expect([name, gates.includes('operation')]).toEqual([name, true]);
      }
    }
  });

  it('uses words of people, not of the API', () => {
    const texts = fields.flatMap(({ displayName, description = '' }) => [displayName, description]);
    expect(texts.filter((text) => /\b(DN|participant|leg|XAPI|OData)\b/.test(text))).toEqual([]);
  });
});
