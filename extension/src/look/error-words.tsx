import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useState } from 'preact/hooks';
import type { ClientError } from '../server-api/client-error.ts';
import { Banner } from './states.tsx';
import {
  isFull,
  loadRefusalWords,
  useSpeech,
  type CommonWords,
  type ExtensionWords,
  type RefusalWords,
} from './words.ts';

interface ErrorWords {
  readonly title: string;
  readonly nextStep: string;
}

/** The words of an error: what happened, and what to do now. */
export function errorWords(error: ClientError, words: ExtensionWords): ErrorWords {
  return clientErrorWords(error, words) ?? refusalWords(error, words.errors);
}

const refusalWords = ({ code }: ClientError, refusals: RefusalWords): ErrorWords => refusals[code as ErrorCode];

/** What only a client sees, which every page can say; null for a code of the catalogue. */
function clientErrorWords({ code, unknownCode }: ClientError, { clientErrors }: CommonWords): ErrorWords | null {
  if (code === 'offline' || code === 'reply_unreadable') return clientErrors[code];
  if (code !== 'problem_unknown') return null;
  const { title, nextStep } = clientErrors.problem_unknown;
  return { title: fill(title, { code: unknownCode ?? '' }), nextStep };
}

/** The words of an error on a page that may have to load them first; null until they are there. */
function useErrorWords(error: ClientError): ErrorWords | null {
  const speech = useSpeech();
  const [loaded, keep] = useState<RefusalWords | null>(null);
  const known = clientErrorWords(error, speech.words);
  const refusals = isFull(speech) ? speech.words.errors : loaded;
  const missing = known === null && refusals === null;
  useEffect(() => {
    if (missing) void loadRefusalWords(speech).then(keep);
  }, [missing, speech]);
  return known ?? (refusals && refusalWords(error, refusals));
}

/** An error in its region. Said at once to screen readers: it answers something that was just done. */
export function ErrorBanner({ error }: { readonly error: ClientError }) {
  const { words } = useSpeech();
  const said = useErrorWords(error);
  if (said === null) return null;
  const { title, nextStep } = said;
  const tone = error.code === 'offline' ? 'unreachable' : 'action';
  return (
    <Banner tone={{ tone, icon: tone }} title={title} role="alert">
      <p>{nextStep}</p>
      {error.reference !== null && (
        <p class="lk-hint">
          {words.clientErrors.reference} <bdi class="lk-mono">{error.reference}</bdi>
        </p>
      )}
    </Banner>
  );
}
