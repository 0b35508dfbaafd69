import { guest } from '@latchkey/shared/words/en/guest';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Icon } from '../look/icon.tsx';
import { spokenWords, useSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import type { Handover } from './handover.ts';
import { openGuestGuide } from './open-guest-guide.ts';

/** Who offers the guide, once, to be confirmed: nothing is asked of that host before. */
export function GuestCard({ handover }: { readonly handover: Handover }) {
  const speech = useSpeech();
  const { fetch: send, platform } = useSurroundings();
  const [words, setWords] = useState<typeof guest | null>(null);
  const [error, setError] = useState<ClientError | 'refused' | null>(null);
  useEffect(() => void spokenWords(speech, guest).then(setWords), [speech]);
  if (words === null) return null;
  const { host, provider, appId } = handover;

  async function confirm(): Promise<void> {
    setError(null);
    const opened = await openGuestGuide(handover, send);
    if (!opened.ok) return setError(opened.error);
    if (opened.value === null) return setError('refused');
    await platform.openTab(opened.value);
  }

  return (
    <section class="lk-popup__tab" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="lk-soft">{fill(words.text, { host, provider })}</p>
      <dl class="lk-ids">
        <dt>{words.host}</dt>
        <dd>
          <bdi class="lk-mono">{host}</bdi>
        </dd>
        <dt>{words.provider}</dt>
        <dd>
          <bdi>{provider}</bdi>
        </dd>
        <dt>{words.appId}</dt>
        <dd>
          <bdi class="lk-mono">{appId}</bdi>
        </dd>
      </dl>
      <div role="alert">
        {error === 'refused' ? <p>{words.refused}</p> : error !== null && <ErrorBanner error={error} />}
      </div>
      <Button kind="primary" wide onPress={confirm}>
        <Icon name="open" flips />
        {words.confirm}
      </Button>
    </section>
  );
}
