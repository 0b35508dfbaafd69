import type { MethodPolicy } from '@latchkey/shared/api/policies';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { ApproveAgain } from './approve-again.tsx';
import { Loaded } from '../look/loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { useIsAdmin } from './use-is-admin.ts';
import { usePolicies } from './use-policies.ts';

/** Which methods may be chosen. An Admin turns those that keep passwords; everybody else sees how they stand. */
export function MethodsPage() {
  const { words } = useFullSpeech();
  const policies = usePolicies();
  return (
    <>
      <PageTitle title={words.passwords.policies.title} below={words.passwords.policies.text} />
      <Loaded of={policies}>
        {({ methods }) => (
          <div class="lkc-stack">
            <section class="lk-card" aria-labelledby="invitation-link">
              <div class="lk-card__head">
                <h2 id="invitation-link">{words.methods['invitation-link'].title}</h2>
                <span class="lkc-tag">{words.passwords.policies.on}</span>
              </div>
              <div class="lk-card__body">
                <p class="lk-soft">{words.passwords.policies.recommended}</p>
              </div>
            </section>
            {methods.map((policy) => (
              <PolicyCard key={policy.method} policy={policy} refresh={policies.refresh} />
            ))}
            <ApproveAgain />
          </div>
        )}
      </Loaded>
    </>
  );
}

function PolicyCard({ policy, refresh }: { readonly policy: MethodPolicy; readonly refresh: () => Promise<void> }) {
  const speech = useFullSpeech();
  const { policies } = speech.words.passwords;
  const { api } = useSurroundings();
  const { now } = useClock();
  const isAdmin = useIsAdmin();
  const [error, setError] = useState<ClientError | null>(null);
  const { method, on, changedAt, changedBy } = policy;
  const { title, text } = speech.words.methods[method];
  const turn = on ? policies.turnOff : policies.turnOn;

  async function press(): Promise<void> {
    setError(null);
    const reply = await api.call('setMethodPolicy', { params: { method }, body: { on: !on } });
    if (!reply.ok) return setError(reply.error);
    await refresh();
  }

  return (
    <section class="lk-card" aria-labelledby={method}>
      <div class="lk-card__head">
        <h2 id={method}>{title}</h2>
        <span class="lkc-tag" role="status">
          {on ? policies.on : policies.off}
        </span>
      </div>
      <div class="lk-card__body lkx-stack">
        <p>{text}</p>
        <p class="lk-check s-degraded">
          <Icon name="degraded" />
          <span>{policies.warning}</span>
        </p>
        <p class="lk-hint">
          {changedAt === null
            ? policies.untouched
            : fill(policies.changed, { time: momentText(changedAt, now(), speech), name: changedBy ?? '' })}
        </p>
        <div class="lk-actions">
          <Button off={!isAdmin} label={`${turn}: ${title}`} onPress={press}>
            {turn}
          </Button>
          {!isAdmin && <span class="lk-hint">{policies.adminOnly}</span>}
        </div>
        {error !== null && <ErrorBanner error={error} />}
      </div>
    </section>
  );
}
