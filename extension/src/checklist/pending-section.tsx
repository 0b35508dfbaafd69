import { fill, plural } from '@latchkey/shared/words/fill';
import { useRef } from 'preact/hooks';
import type { Validator } from '../connections/validator.ts';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { Empty, Waiting } from '../look/states.tsx';
import { Moment } from '../look/time.tsx';
import { useSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import type { InvitationActions } from './invitation-actions.ts';
import { LiveLine, Sentence } from './live-line.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import type { Pending } from './pending.ts';
import { PendingItem } from './pending-item.tsx';
import { inOrder, rowOf, steady } from './pending-row.ts';

interface SectionProps {
  readonly pending: Pending;
  readonly actions: InvitationActions;
  readonly validator: Validator;
}

/** The checklist: every pending invitation, who must act, since when, and one button. */
export function PendingSection({ pending, actions, validator }: SectionProps) {
  const speech = useSpeech();
  const { words, tag } = speech;
  const now = useClock().coarse.value;
  const held = useRef(false);
  const shown = useRef<readonly string[]>([]);
  const { value, error } = pending.list.known.value;
  const fresh = inOrder((value?.items ?? []).map((invitation) => rowOf(invitation, now)));
  const rows = held.current ? steady(fresh, shown.current) : fresh;
  shown.current = rows.map(({ invitation }) => invitation.id);
  const yours = rows.filter(({ standing }) => standing.owner === 'provider').length;
  const offline = error?.code === 'offline';

  return (
    <>
      <div class="lk-popup__head">
        <h2 id="pending">{words.popup.pending}</h2>
        <span class="lk-muted lkx-small">
          <Summary pending={pending} yours={yours} others={rows.length - yours} />
        </span>
      </div>
      <OutcomeLine actions={actions} />
      {error !== null && !offline && (
        <div class="lkx-popup-banner">
          <ErrorBanner error={error} />
        </div>
      )}
      {rows.length > 0 ? (
        <ul
          class={offline ? 'lk-popup__list is-saved' : 'lk-popup__list'}
          aria-labelledby="pending"
          onPointerEnter={() => (held.current = true)}
          onPointerLeave={() => (held.current = false)}
          onFocusCapture={() => (held.current = true)}
          onBlurCapture={() => (held.current = false)}
        >
          {rows.map((row) => (
            <PendingItem key={row.invitation.id} row={row} actions={actions} validator={validator} off={offline} />
          ))}
        </ul>
      ) : (
        <div class="lk-popup__list">{value !== undefined ? <NoneLeft /> : error === null && <NothingYet />}</div>
      )}
      <Foot pending={pending} tag={tag} />
    </>
  );
}

function Summary({ pending, yours, others }: { readonly pending: Pending; yours: number; others: number }) {
  const { words, tag } = useSpeech();
  const { value, at, error, saved } = pending.list.known.value;
  if (value === undefined) return null;
  if (at !== null && (saved || error?.code === 'offline'))
    return (
      <Sentence text={words.popup.asOf} part="time">
        <Moment at={new Date(at).toISOString()} />
      </Sentence>
    );
  if (yours + others === 0) return <>{words.popup.none}</>;
  const parts = [
    ...(yours > 0 ? [plural(words.popup.waitForYou, yours, tag)] : []),
    ...(others > 0 ? [plural(words.popup.forOthers, others, tag)] : []),
  ];
  return <>{parts.join(', ')}</>;
}

function NothingYet() {
  const { words } = useSpeech();
  return (
    <div class="lk-empty" role="status">
      <Waiting>{words.popup.loading}</Waiting>
    </div>
  );
}

function NoneLeft() {
  const { words } = useSpeech();
  const { platform } = useSurroundings();
  return (
    <Empty title={words.popup.emptyTitle}>
      <p>{words.popup.emptyText}</p>
      <Button onPress={() => platform.openConsole('#/onboarding/direct-routing/new')}>
        {words.popup.addThisTenant}
      </Button>
    </Empty>
  );
}

function Foot({ pending, tag }: { readonly pending: Pending; readonly tag: string }) {
  const { words } = useSpeech();
  const { platform } = useSurroundings();
  const { value } = pending.list.known.value;
  const total = value?.total ?? 0;
  return (
    <footer>
      <span>
        <LiveLine pending={pending} />
      </span>
      <a
        href="/console.html#/invitations"
        onClick={(event) => {
          event.preventDefault();
          void platform.openConsole('#/invitations');
        }}
      >
        {total > 0
          ? fill(words.popup.allInConsole, { count: new Intl.NumberFormat(tag).format(total) })
          : words.popup.openTheConsole}
      </a>
    </footer>
  );
}
