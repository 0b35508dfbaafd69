import type { InvitationView } from '@latchkey/shared/api/invitations';
import { rowOf, statusWord } from '../checklist/pending-row.ts';
import { Chip } from '../look/chip.tsx';
import { useClock } from '../look/clock.ts';
import { OwnerLine } from '../look/owner-line.tsx';
import { Lasting } from '../look/time.tsx';
import { standingTone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { places } from './route.ts';

/** How an invitation stands, beside what can be done about it. */
export function StatusCard({ invitation }: { readonly invitation: InvitationView }) {
  const speech = useFullSpeech();
  const { startPage } = speech.words.console;
  const now = useClock().coarse.value;
  const row = rowOf(invitation, now);
  const complete = row.standing.key === 'authentication_complete';
  return (
    <section class="lk-card" aria-labelledby="status">
      <div class="lk-card__head">
        <h2 id="status">{startPage.status}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p role="status">
          <Chip tone={standingTone(row.standing)} word={statusWord(row, now, speech)} />
        </p>
        <OwnerLine owner={row.standing.owner}>
          <Lasting since={row.standing.since} />
        </OwnerLine>
        {complete && <p>{startPage.complete}</p>}
        <a class={complete ? 'lk-btn lk-btn--primary' : 'lk-btn'} href={places.invitations}>
          {startPage.toPending}
        </a>
      </div>
    </section>
  );
}
