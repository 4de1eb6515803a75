import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { callControlDescription } from './ThreeCxCallControl/description';
import { callDataDescription } from './ThreeCxCallData/description';
import { callMonitorDescription } from './ThreeCxCallMonitor/description';
import { callReceiverDescription } from './ThreeCxCallReceiver/description';

const root = join(__dirname, '..', '..', '..');
const guide = readFileSync(join(root, 'docs', '3CX-n8n-Integration-Guide.md'), 'utf8');
const environment = readFileSync(join(__dirname, '..', 'src', 'environment.ts'), 'utf8');

/** The part of the guide about one node. */
function partAbout({ displayName }: INodeTypeDescription): string {
  const from = guide.indexOf(`\n### ${displayName}\n`);
  const next = guide.slice(from + 5).search(/\n##+ (3CX|Audio)/);
  return guide.slice(from, from + 5 + next);
}

function fieldsOf(properties: readonly INodeProperties[]): INodeProperties[] {
  return properties.flatMap((property) => {
    if (property.type === 'notice') return [];
    if (property.type !== 'collection' && property.type !== 'fixedCollection') return [property];
    return (property.options ?? []).flatMap((option) => {
      if ('values' in option) return fieldsOf(option.values);
      return 'type' in option ? fieldsOf([option]) : [];
    });
  });
}

describe('the guide', () => {
  describe.each(
    [callReceiverDescription, callMonitorDescription, callControlDescription, callDataDescription].map(
      (description) => [description.displayName, description] as const,
    ),
  )('%s', (_, description) => {
    const part = partAbout(description);
    const fields = fieldsOf(description.properties).filter(
      ({ displayOptions }) => displayOptions?.show?.['@tool'] === undefined,
    );

    it.each(fields.map(({ displayName, name }) => [displayName, name]))('tells of %s (%s)', (label, name) => {
      if (name === 'operation') return;
      expect(part).toContain(label);
      expect(part).toContain(`\`${name}\``);
    });

    const operations = (fields.find(({ name }) => name === 'operation')?.options ?? []).flatMap((option) =>
      'value' in option ? [`${option.name} (\`${String(option.value)}\`)`] : [],
    );
    const sections = new Map(
      part.split('\n#### ').map((section) => [section.slice(0, section.indexOf('\n')), section]),
    );
    it('tells of each operation, and what it adds', () => {
      for (const heading of operations) expect(sections.get(heading)).toContain('\nAdds ');
    });
  });

  it('tells of every environment variable', () => {
    const names = new Set(environment.match(/N8N_3CX_[A-Z_]+/g));
    expect(names.size).toBe(12);
    for (const name of names) expect(guide).toContain(`\`${name}\``);
  });

  it('tells of every template', () => {
    for (const file of readdirSync(join(__dirname, '..', 'workflows')))
      expect(guide).toContain(`\`${file}\``);
  });

  it.each([
    'Connection Failed',
    '401 Authentication failed',
    '403 Permission denied',
    '404 Call not found',
    '409 Operation conflict',
    '429 Rate limit exceeded',
    '500 Server error',
    'Call ID invalid',
    'not found or not configured',
    'Audio file not found or invalid format',
  ])('tells what “%s” means', (message) => {
    expect(guide.slice(guide.indexOf('## Troubleshooting by message'))).toContain(message);
  });
});
