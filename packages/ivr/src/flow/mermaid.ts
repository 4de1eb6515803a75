import type { Flow, FlowStep } from './definition';
import { edgesOf, nodesOf, type FlowNode } from './graph';

/** The flow as a Mermaid flowchart. No value, number or address of a hook is in it, but the texts of the flow are. */
export function toMermaid(flow: Flow): string {
  const nodes = nodesOf(flow);
  const ids = new Map(nodes.map(({ address }, index) => [address, `s${String(index)}`]));
  const lines = nodes.map((node) => ({ ...node, line: `${ids.get(node.address) ?? ''}${shapeOf(node)}` }));
  const edges = nodes
    .flatMap((node) => edgesOf(flow, node))
    .flatMap(({ from, to, label }) => {
      const [source, target] = [ids.get(from), ids.get(to)];
      if (source === undefined || target === undefined) return [];
      return [`  ${source} -->${label === '' ? '' : `|"${escaped(label)}"|`} ${target}`];
    });
  const handlers = [
    ['start', flow.start],
    ['on error', flow.onError],
    ['on hang-up', flow.onHangUp],
  ].flatMap(([name, step = ''], index) => {
    const target = ids.get(step);
    return target === undefined ? [] : [`  h${String(index)}(("${name ?? ''}")) --> ${target}`];
  });
  const subflows = Object.keys(flow.subflows).map((name) => [
    `  subgraph ${name}`,
    ...lines.filter(({ subflow }) => subflow === name).map(({ line }) => `    ${line}`),
    '  end',
  ]);
  return [
    'flowchart TD',
    ...lines.filter(({ subflow }) => subflow === undefined).map(({ line }) => `  ${line}`),
    ...subflows.flat(),
    ...handlers,
    ...edges,
    '',
  ].join('\n');
}

function shapeOf({ address, step }: FlowNode): string {
  const text = `"${escaped(`${address.split('/').at(-1) ?? ''}: ${titleOf(step)}`)}"`;
  switch (step.do) {
    case 'menu':
    case 'confirm':
    case 'collect':
    case 'authenticate':
    case 'survey':
    case 'record':
      return `{{${text}}}`;
    case 'if':
    case 'hours':
    case 'limit':
      return `{${text}}`;
    case 'transfer':
    case 'hangUp':
    case 'return':
      return `([${text}])`;
    case 'subflow':
      return `[[${text}]]`;
    case 'play':
    case 'set':
    case 'language':
    case 'http':
    case 'queueFigures':
    case 'bookCallback':
      return `[${text}]`;
  }
}

/** What a step does, in a few words. */
export function titleOf(step: FlowStep): string {
  if (step.note !== undefined) return step.note;
  switch (step.do) {
    case 'play':
      return 'play';
    case 'menu':
      return `menu of ${Object.keys(step.choices).join(' ')}`;
    case 'confirm':
      return 'yes or no';
    case 'collect':
      return `collect ${step.saveAs}`;
    case 'authenticate':
      return `${step.saveAs} and PIN`;
    case 'survey':
      return `ask ${step.questions.map(({ name }) => name).join(', ')}`;
    case 'record':
      return `record ${step.saveAs}`;
    case 'queueFigures':
      return `figures of queue ${step.queue}`;
    case 'bookCallback':
      return 'book a call-back';
    case 'set':
      return `set ${Object.keys(step.values).join(', ')}`;
    case 'if':
      return 'if';
    case 'hours':
      return `hours of ${step.calendar}`;
    case 'language':
      return `speak ${step.language}`;
    case 'limit':
      return `at most ${String(step.times)} times`;
    case 'subflow':
      return step.flow;
    case 'return':
      return 'return';
    case 'transfer':
      return `transfer to ${step.kind} ${step.to}`;
    case 'http':
      return `${step.method} hook`;
    case 'hangUp':
      return 'hang up';
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"#]/g, (character) => `#${String(character.charCodeAt(0))};`);
}
