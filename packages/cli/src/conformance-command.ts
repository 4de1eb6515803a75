import { readFile } from 'node:fs/promises';
import { checkConformance } from '@org/3cx-mock';
import type { ConformanceFinding } from '@org/3cx-mock';
import { Command } from 'commander';
import type { Terminal } from './terminal';

/** What commander makes of the options below. */
interface Flags {
  readonly target: string | undefined;
  readonly clientId: string | undefined;
  readonly ca: string | undefined;
  readonly insecure: boolean;
  readonly json: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `3cx conformance`: holds what is known of 3CX against a phone system, without changing anything on it. */
export function conformanceCommand(terminal: Terminal, env: Environment = process.env): Command {
  return new Command('conformance')
    .description('check what is known of 3CX against a phone system; signs in and only reads')
    .option('--target <url>', 'origin of the phone system (or THREECX_URL)', env.THREECX_URL)
    .option('--client-id <id>', 'client id (or THREECX_CLIENT_ID)', env.THREECX_CLIENT_ID)
    .option('--ca <file>', 'certificate to trust, PEM')
    .option('--insecure', 'accept any certificate', false)
    .option('--json', 'print the findings as JSON', false)
    .addHelpText(
      'after',
      '\nThe secret comes from THREECX_CLIENT_SECRET. Signing in ends the token of any other\n' +
        'program that uses the same client id; THREECX_TOKEN gives a token to use instead.',
    )
    .action(async ({ target, clientId, ca, insecure, json }: Flags) => {
      const { THREECX_CLIENT_SECRET: clientSecret, THREECX_TOKEN: token } = env;
      const url = required(target, 'Give --target, the origin of the phone system.');
      const id = required(clientId, 'Give --client-id.');
      if (token === undefined && clientSecret === undefined) {
        throw new Error(
          'Set THREECX_CLIENT_SECRET to the secret of the client, or THREECX_TOKEN to a token.',
        );
      }
      const findings = await checkConformance(
        {
          url,
          clientId: id,
          clientSecret,
          token,
          insecure,
          ...(ca === undefined ? {} : { certificate: await readFile(ca, 'utf8') }),
        },
        (finding) => {
          if (!json) terminal.out(lineFor(finding));
        },
      );
      const differing = findings.filter(({ finding }) => finding.kind === 'differs').length;
      if (json) terminal.out(JSON.stringify(findings));
      else terminal.out(`\n${findings.length} facts, ${differing} otherwise.`);
      if (differing > 0) {
        throw new Error(`The phone system is otherwise in ${differing} of ${findings.length} facts.`);
      }
    });
}

function required(value: string | undefined, otherwise: string): string {
  if (value === undefined || value === '') throw new Error(otherwise);
  return value;
}

function lineFor({ fact, finding }: ConformanceFinding): string {
  const title = `${fact.section} ${fact.source} ${fact.says}`;
  switch (finding.kind) {
    case 'holds':
      return `holds      ${title}`;
    case 'differs':
      return `OTHERWISE  ${title}\n           ${finding.seen}`;
    case 'not-shown':
      return `not shown  ${title}\n           ${finding.because}`;
  }
}
