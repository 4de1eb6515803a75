import type { Fact, Finding } from './fact';
import { readOnlyFacts } from './read-only-facts';
import { Target } from './target';
import type { TargetOptions } from './target';

export interface ConformanceFinding {
  readonly fact: Omit<Fact, 'look'>;
  readonly finding: Finding;
}

/**
 * Holds what is known of 3CX against a phone system, a real one too: it signs in,
 * opens the event socket and sends GET requests, nothing else. Signing in ends the
 * token of any other program with the same client id; give `token` to avoid that.
 * @param told called after each fact.
 * @throws Error when the phone system can't be reached or refuses the client.
 */
export async function checkConformance(
  options: TargetOptions,
  told: (finding: ConformanceFinding) => void = () => undefined,
): Promise<readonly ConformanceFinding[]> {
  const target = await Target.signIn(options);
  const findings: ConformanceFinding[] = [];
  for (const { look, ...fact } of readOnlyFacts) {
    const finding = { fact, finding: await found(target, look) };
    findings.push(finding);
    told(finding);
  }
  return findings;
}

async function found(target: Target, look: Fact['look']): Promise<Finding> {
  try {
    return await look(target);
  } catch (error) {
    return { kind: 'differs', seen: error instanceof Error ? error.message : String(error) };
  }
}
