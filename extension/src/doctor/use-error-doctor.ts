import type { AboutCustomer } from '@latchkey/shared/api/diagnosis';
import { useRef, useState } from 'preact/hooks';
import { spokenWords, useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import type { Reading } from './error-reader.ts';

/** Whose tenant it is: only the server knows. */
export type Whose = { readonly state: 'no_tenant' | 'looking' | 'offline' | 'nobody' } | Known;
interface Known {
  readonly state: 'known';
  readonly customer: AboutCustomer;
}

export interface ErrorDoctor {
  readonly reading: Reading | null;
  readonly whose: Whose;
  /** Reads here; then asks the server whose tenant it is, by what was found and not by the text. */
  readonly read: (text: string) => Promise<Reading>;
  readonly clear: () => void;
}

export function useErrorDoctor(): ErrorDoctor {
  const { api } = useSurroundings();
  const speech = useFullSpeech();
  const [reading, setReading] = useState<Reading | null>(null);
  const [whose, setWhose] = useState<Whose>({ state: 'no_tenant' });
  const turn = useRef(0);

  async function lookUp(text: string, mine: number): Promise<void> {
    setWhose({ state: 'looking' });
    const reply = await api.call('diagnoseText', { body: { text } });
    // Somebody may have pasted something else meanwhile.
    if (mine !== turn.current) return;
    if (!reply.ok) return setWhose({ state: 'offline' });
    const { customer } = reply.value;
    setWhose(customer === null ? { state: 'nobody' } : { state: 'known', customer });
  }

  return {
    reading,
    whose,
    async read(text) {
      const mine = (turn.current += 1);
      const reader = await import('./error-reader.ts');
      const made = reader.readError(text, await spokenWords(speech, reader.faults));
      if (mine !== turn.current) return made;
      setReading(made);
      setWhose({ state: 'no_tenant' });
      if (made.state === 'read' && made.aboutTenant !== null) void lookUp(made.aboutTenant, mine);
      return made;
    },
    clear() {
      turn.current += 1;
      setReading(null);
    },
  };
}
