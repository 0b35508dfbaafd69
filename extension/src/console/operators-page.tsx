import type { listOperators, OperatorView } from '@latchkey/shared/api/operators';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Icon } from '../look/icon.tsx';
import { Loaded } from '../look/loaded.tsx';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { AdminOnly } from './admin-only.tsx';
import { OperatorTable } from './operator-table.tsx';
import { PageTitle } from './page-title.tsx';
import { RoleTable } from './role-table.tsx';

/** Settings, Operators: who has signed in with which role, what a role may do, and the end of somebody's sessions. */
export function OperatorsPage() {
  const { title, text } = useFullSpeech().words.console.operatorsPage;
  return (
    <>
      <PageTitle title={title} below={text} />
      <AdminOnly>
        <Operators />
      </AdminOnly>
    </>
  );
}

function Operators() {
  const { words, tag } = useFullSpeech();
  const { operatorsPage: of } = words.console;
  const { api, clock } = useSurroundings();
  const known = useMemo(() => createResource(() => api.call('listOperators', {}), clock.now), []);
  const [asked, ask] = useState<OperatorView | null>(null);
  const [told, tell] = useState<string | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  useEffect(() => void known.refresh(), []);

  async function signOut(operator: OperatorView): Promise<void> {
    const reply = await api.call('signOutOperator', { params: { objectId: operator.objectId } });
    ask(null);
    setError(reply.ok ? null : reply.error);
    const name = operator.name ?? of.unnamed;
    tell(reply.ok ? plural(of.ended, reply.value.ended, tag, { name }) : null);
    await known.refresh();
  }

  return (
    <>
      <p role="status" class={told === null ? 'lk-hidden' : undefined}>
        {told}
      </p>
      {error !== null && <ErrorBanner error={error} />}
      <Loaded of={known}>
        {({ operators, roles, application }) => (
          <div class="lkc-stack">
            <div class="lk-card lk-scroll">
              {operators.length === 0 ? (
                <Empty title={of.empty} level={2} />
              ) : (
                <OperatorTable operators={operators} onSignOut={ask} />
              )}
            </div>
            <HowToChange application={application} />
            <RoleTable roles={roles} />
          </div>
        )}
      </Loaded>
      {asked !== null && <SignOutDialog operator={asked} onClose={() => ask(null)} onSignOut={() => signOut(asked)} />}
    </>
  );
}

type Application = z.infer<typeof listOperators.response>['application'];

function HowToChange({ application: { appId, portal } }: { readonly application: Application }) {
  const { console: texts, proofs } = useFullSpeech().words;
  const { operatorsPage: of } = texts;
  return (
    <section class="lk-card" aria-labelledby="change-roles">
      <div class="lk-card__head">
        <h2 id="change-roles">{of.change}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p>{fill(of.changeText, { appId })}</p>
        {portal.startsWith('https://') && (
          <a class="lk-btn" href={portal} target="_blank" rel="noreferrer noopener">
            <Icon name="open" flips />
            {of.toEntra}
            <span class="lk-hidden">, {proofs.opensTab}</span>
          </a>
        )}
      </div>
    </section>
  );
}

interface DialogProps {
  readonly operator: OperatorView;
  readonly onClose: () => void;
  readonly onSignOut: () => Promise<void>;
}

function SignOutDialog({ operator: { name, isCaller }, onClose, onSignOut }: DialogProps) {
  const { operatorsPage: of } = useFullSpeech().words.console;
  return (
    <Dialog title={fill(of.signOutTitle, { name: name ?? of.unnamed })} onClose={onClose}>
      <p>{of.signOutText}</p>
      {isCaller && <p>{of.signOutYou}</p>}
      <div class="lk-actions">
        <Button onPress={onClose}>{of.signOutNo}</Button>
        <Button kind="danger" onPress={onSignOut}>
          {of.signOutYes}
        </Button>
      </div>
    </Dialog>
  );
}
