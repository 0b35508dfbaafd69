import { readConsoleAddress } from '@latchkey/shared/provider-console/read-address';
import { consoleOffer } from '@latchkey/shared/words/en/provider-console';
import { fill } from '@latchkey/shared/words/fill';
import type { WordsOf } from '@latchkey/shared/words/words';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { spokenWords, useSpeech, type Speech } from '../look/words.ts';
import { consoleAccess, type ConsoleAccess } from '../session/console-access.ts';
import { useConsoleAccess } from './use-console-access.ts';

interface OfferProps {
  readonly address: string;
  readonly access?: ConsoleAccess;
}

/** In the popup over the provider's console, as long as we may not work there: the offer to. */
export function ConsoleOffer({ address, access = consoleAccess }: OfferProps) {
  const words = useOfferWords(useSpeech());
  const { console, allowed } = useConsoleAccess(access);
  const here = console && readConsoleAddress(console, address) !== 'elsewhere';
  if (!here || allowed !== false || words === null) return null;
  const said = { console: console.name, origin: console.origin };
  return (
    <div class="lkx-stack">
      <p class="lkx-small lk-soft">{fill(words.here, said)}</p>
      <Button wide onPress={async () => void (await access.allow(console.origin))}>
        {fill(words.allow, said)}
      </Button>
    </div>
  );
}

type OfferWords = WordsOf<typeof consoleOffer>;

/** They come with this part, and not with the popup. */
function useOfferWords(speech: Speech): OfferWords | null {
  const [words, setWords] = useState<OfferWords | null>(null);
  useEffect(() => void spokenWords<OfferWords>(speech, consoleOffer).then(setWords), [speech]);
  return words;
}
