import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { runOnTerminal } from './terminal-command.ts';

const Graph = z.object({
  graph: z.object({
    nodes: z.record(
      z.string(),
      z.object({
        data: z.object({ root: z.string(), targets: z.record(z.string(), z.unknown()).default({}) }),
      }),
    ),
  }),
});

const Run = z.object({
  tasks: z.array(z.object({ projectName: z.string(), target: z.string(), status: z.number() })),
});

export interface Project {
  readonly name: string;
  /** Folder relative to the clone. */
  readonly folder: string;
  readonly targets: readonly string[];
}

/** The projects of the workspace, by name. */
export async function projects(root: string): Promise<readonly Project[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nx-graph-'));
  try {
    const file = join(folder, 'graph.json');
    const code = await runOnTerminal('nx', ['graph', `--file=${file}`], root, 'quiet');
    if (code !== 0)
      throw new Error(`Nx can't read the workspace: run \`npx nx graph --file=graph.json\` to see why`);
    const { graph } = Graph.parse(JSON.parse(await readFile(file, 'utf8')));
    return Object.entries(graph.nodes)
      .map(([name, { data }]) => ({ name, folder: data.root, targets: Object.keys(data.targets) }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Which tasks of one `nx run-many` passed: `passed('@org/3cx-core', 'lint')`. A task that didn't run hasn't. */
export interface TaskResults {
  passed(project: string, target: string): boolean;
}

/** Runs these targets wherever they exist, two at a time, from the cache where nothing has changed. */
export async function runTargets(root: string, targets: readonly string[]): Promise<TaskResults> {
  const record = join(root, '.nx', 'cache', 'run.json');
  await rm(record, { force: true });
  await runOnTerminal('nx', ['run-many', '-t', ...targets, '--parallel=2', '--outputStyle=static'], root);
  const tasks = await readRun(record);
  return {
    passed: (project, target) =>
      tasks.some((task) => task.projectName === project && task.target === target && task.status === 0),
  };
}

async function readRun(file: string): Promise<z.infer<typeof Run>['tasks']> {
  try {
    return Run.parse(JSON.parse(await readFile(file, 'utf8'))).tasks;
  } catch {
    return [];
  }
}
