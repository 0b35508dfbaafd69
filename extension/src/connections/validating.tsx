import { fill } from '@latchkey/shared/words/fill';
import { useClock } from '../look/clock.ts';
import { Waiting } from '../look/states.tsx';
import { useSpeech } from '../look/words.ts';

/** A validation that runs: what we wait for, since when. It stands where the button was. */
export function Validating({ since }: { readonly since: number }) {
  const { words } = useSpeech();
  const { second } = useClock();
  const seconds = Math.max(0, Math.floor((second.value - since) / 1000));
  return <Waiting>{fill(words.proofs.validating, { seconds })}</Waiting>;
}
