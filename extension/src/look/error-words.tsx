import { fill } from '@latchkey/shared/words/fill';
import type { ClientError } from '../server-api/client-error.ts';
import { Banner } from './states.tsx';
import { useSpeech, type CommonWords } from './words.ts';

interface ErrorWords {
  readonly title: string;
  readonly nextStep: string;
}

/** The words of an error: what happened, and what to do now. */
export function errorWords({ code, unknownCode }: ClientError, words: CommonWords): ErrorWords {
  if (code === 'offline' || code === 'reply_unreadable') return words.clientErrors[code];
  if (code !== 'problem_unknown') return words.errors[code];
  const { title, nextStep } = words.clientErrors.problem_unknown;
  return { title: fill(title, { code: unknownCode ?? '' }), nextStep };
}

/** An error in its region. Said at once to screen readers: it answers something that was just done. */
export function ErrorBanner({ error }: { readonly error: ClientError }) {
  const { words } = useSpeech();
  const { title, nextStep } = errorWords(error, words);
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
