import { NotProved } from './proof.ts';

type Finding = 'granted' | 'surplus';

/** The claim values that an audit row found, by what it found of them. */
export function foundIn(
  step: number,
  { permissions: lines }: Readonly<Record<string, unknown>>,
  ...findings: readonly Finding[]
): readonly string[] {
  if (!Array.isArray(lines)) throw new NotProved(step, 'the server could not read the grants');
  return lines.filter(({ finding }) => findings.includes(finding)).map(({ value }) => String(value));
}
