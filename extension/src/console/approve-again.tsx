import type { LackingCustomer } from '@latchkey/shared/api/permissions';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Loaded } from '../look/loaded.tsx';
import { places } from './route.ts';

interface Lacking {
  readonly id: string;
  readonly version: number;
  readonly customers: readonly LackingCustomer[];
}

/** Who must approve a newer version of one of the provider's own profiles, and an invitation for each. */
export function ApproveAgain() {
  const { words } = useFullSpeech();
  const of = words.console.approveAgain;
  const { api, clock } = useSurroundings();
  const profiles = useMemo(
    () =>
      createResource<readonly Lacking[]>(async () => {
        const all = await api.call('listPermissionProfiles', {});
        if (!all.ok) return all;
        const found: Lacking[] = [];
        for (const { profile, madeBy } of all.value.profiles) {
          if (madeBy === null) continue;
          // oxlint-disable-next-line no-await-in-loop -- a handful
          const reply = await api.call('listLackingCustomers', { params: { profileId: profile.id } });
          if (!reply.ok) return reply;
          found.push({ id: profile.id, ...reply.value });
        }
        return { ok: true, value: found };
      }, clock.now),
    [],
  );
  useEffect(() => void profiles.refresh(), []);
  return (
    <section class="lk-card" aria-labelledby="approve-again">
      <div class="lk-card__head">
        <h2 id="approve-again">{of.title}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <Loaded of={profiles}>
          {(all) => (
            <>
              {all.every(({ customers }) => customers.length === 0) && <p class="lk-soft">{of.nobody}</p>}
              {all.map((one) => (
                <Profile key={one.id} lacking={one} refresh={profiles.refresh} />
              ))}
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}

interface ProfileProps {
  readonly lacking: Lacking;
  readonly refresh: () => Promise<void>;
}

function Profile({ lacking: { id, version, customers }, refresh }: ProfileProps) {
  const { words, tag } = useFullSpeech();
  const of = words.console.approveAgain;
  const { api } = useSurroundings();
  const mayWrite = useMayWrite();
  const [made, setMade] = useState<number | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  if (customers.length === 0 && made === null) return null;
  /** All of them, or those. */
  async function invite(customerIds?: readonly string[]): Promise<void> {
    const body = customerIds === undefined ? {} : { customerIds: [...customerIds] };
    const reply = await api.call('inviteAgain', { params: { profileId: id }, body });
    setError(reply.ok ? null : reply.error);
    setMade(reply.ok ? reply.value.made.length : null);
    await refresh();
  }
  return (
    <div>
      <p>
        <b class="lk-mono">{id}</b> {plural(of.text, customers.length, tag, { version: String(version) })}
      </p>
      <ul>
        {customers.slice(0, 20).map(({ customerId, fullName, lacks }) => (
          <li key={customerId}>
            <bdi>{fill(of.customer, { customer: fullName, lacks: lacks.join(', ') })}</bdi>
            {mayWrite && (
              <Button
                kind="quiet"
                label={fill(words.popup.rowAction, { action: of.inviteOne, customer: fullName })}
                onPress={() => invite([customerId])}
              >
                {of.inviteOne}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorBanner error={error} />}
      {mayWrite && customers.length > 0 && (
        <Button onPress={() => invite()}>{plural(of.invite, customers.length, tag)}</Button>
      )}
      <p role="status">
        {made !== null && (
          <>
            {plural(of.made, made, tag)} <a href={places.invitations}>{of.toPending}</a>
          </>
        )}
      </p>
    </div>
  );
}
