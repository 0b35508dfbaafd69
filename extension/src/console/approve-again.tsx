import type { LackingCustomer } from '@latchkey/shared/api/approve-again';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { keyFor, type KeptKey } from '../server-api/idempotency.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Loaded } from '../look/loaded.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
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

/** Those, or all of the profile. */
interface Meant {
  readonly customers: readonly LackingCustomer[];
  readonly isAll: boolean;
}

interface Invited {
  readonly made: number;
  readonly replaced: number;
  readonly kept: number;
}

function Profile({ lacking: { id, version, customers }, refresh }: ProfileProps) {
  const { words, tag } = useFullSpeech();
  const of = words.console.approveAgain;
  const { api } = useSurroundings();
  const mayWrite = useMayWrite();
  const [invited, setInvited] = useState<Invited | null>(null);
  /** Who is meant, while it is asked whether older invitations are replaced. */
  const [asked, setAsked] = useState<Meant | null>(null);
  const [error, setError] = useState<ClientError | null>(null);
  const sent = useRef<KeptKey | null>(null);
  if (customers.length === 0 && invited === null) return null;
  const invitable = customers.filter(({ pending }) => pending !== 'stays');

  async function press(meant: Meant): Promise<void> {
    setError(null);
    if (replaceable(meant) > 0) return setAsked(meant);
    await invite(meant, false);
  }

  async function invite(meant: Meant, replace: boolean): Promise<void> {
    const body = {
      ...(meant.isAll ? {} : { customerIds: meant.customers.map(({ customerId }) => customerId) }),
      ...(replace && { replacePending: true }),
    };
    sent.current = keyFor(body, sent.current, () => crypto.randomUUID());
    const options = { idempotencyKey: sent.current.key };
    const reply = await api.call('inviteAgain', { params: { profileId: id }, body }, options);
    if (!reply.ok) {
      setError(reply.error);
      setInvited(null);
      // Some may have been made: that is seen, and does not hold up whoever presses again.
      return void refresh();
    }
    sent.current = null;
    setError(null);
    setAsked(null);
    setInvited({ made: reply.value.made.length, replaced: reply.value.replaced, kept: reply.value.pending.length });
    await refresh();
  }

  return (
    <div>
      <p>
        <b class="lk-mono">{id}</b> {plural(of.text, customers.length, tag, { version: String(version) })}
      </p>
      <ul>
        {customers.slice(0, 20).map((customer) => (
          <Row
            key={customer.customerId}
            customer={customer}
            onInvite={mayWrite ? () => press({ customers: [customer], isAll: false }) : undefined}
          />
        ))}
      </ul>
      {asked === null && error !== null && <ErrorBanner error={error} />}
      {mayWrite && invitable.length > 0 && (
        <Button onPress={() => press({ customers: invitable, isAll: true })}>
          {plural(of.invite, invitable.length, tag)}
        </Button>
      )}
      {asked !== null && (
        <ReplaceDialog
          count={replaceable(asked)}
          others={asked.customers.length - replaceable(asked)}
          error={error}
          onClose={() => setAsked(null)}
          onInvite={(replace) => invite(asked, replace)}
        />
      )}
      <p role="status">{invited !== null && <Said invited={invited} />}</p>
    </div>
  );
}

const replaceable = ({ customers }: Meant): number =>
  customers.filter(({ pending }) => pending === 'replaceable').length;

function Row({
  customer: { fullName, lacks, pending },
  onInvite,
}: {
  readonly customer: LackingCustomer;
  readonly onInvite: (() => Promise<void>) | undefined;
}) {
  const { words } = useFullSpeech();
  const of = words.console.approveAgain;
  return (
    <li>
      <bdi>{fill(of.customer, { customer: fullName, lacks: lacks.join(', ') })}</bdi>{' '}
      {pending !== 'none' && <span class="lk-soft">{of.pending[pending]}</span>}
      {onInvite !== undefined && pending !== 'stays' && (
        <Button
          kind="quiet"
          label={fill(words.popup.rowAction, { action: of.inviteOne, customer: fullName })}
          onPress={onInvite}
        >
          {of.inviteOne}
        </Button>
      )}
    </li>
  );
}

/** What came of it. */
function Said({ invited: { made, replaced, kept } }: { readonly invited: Invited }) {
  const { words, tag } = useFullSpeech();
  const of = words.console.approveAgain;
  return (
    <>
      {plural(of.made, made, tag)} {replaced > 0 && plural(words.console.replacing.replaced, replaced, tag)}{' '}
      {kept > 0 && plural(of.kept, kept, tag)} <a href={places.invitations}>{of.toPending}</a>
    </>
  );
}
