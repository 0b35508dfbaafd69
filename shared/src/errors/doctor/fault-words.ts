import type { faults } from '../../words/en/faults.ts';
import type { WordsOf } from '../../words/words.ts';
import type { Diagnosis } from './diagnose.ts';

export type FaultWords = WordsOf<typeof faults>;

/** A fault in words. */
export interface ToldFault {
  readonly title: string;
  readonly nextStep: string;
}

type NextSteps = FaultWords['nextSteps'];

/** The words of a diagnosis for whoever reads them; of the next steps, only the reader's are asked for. */
export function faultWords<Reader extends keyof NextSteps>(
  { source, key, next }: Diagnosis,
  words: Omit<FaultWords, 'nextSteps'> & { readonly nextSteps: Pick<NextSteps, Reader> },
  reader: Reader,
): ToldFault {
  const titles: Readonly<Record<string, string>> = source === 'unknown' ? {} : words[source];
  const title = Object.hasOwn(titles, key) ? titles[key] : undefined;
  return { title: title ?? words.unknown.aadsts, nextStep: words.nextSteps[reader][next] };
}
