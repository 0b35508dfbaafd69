import type { Validator } from '../connections/validator.ts';
import { Chip } from '../look/chip.tsx';
import { useClock } from '../look/clock.ts';
import { OwnerLine } from '../look/owner-line.tsx';
import { Lasting } from '../look/time.tsx';
import { standingTone } from '../look/tones.ts';
import { useSpeech } from '../look/words.ts';
import type { InvitationActions } from './invitation-actions.ts';
import { statusWord, type PendingRow } from './pending-row.ts';
import { RowButton } from './row-button.tsx';

interface ItemProps {
  readonly row: PendingRow;
  readonly actions: InvitationActions;
  readonly validator: Validator;
  readonly off: boolean;
}

/** One pending invitation in the popup: whose, how it stands, who must act since when, and what to do. */
export function PendingItem({ row, actions, validator, off }: ItemProps) {
  const speech = useSpeech();
  const now = useClock().coarse.value;
  const { customer } = row.invitation;
  return (
    <li class="lk-row">
      <div>
        <h3 title={customer.fullName}>
          <bdi>{customer.fullName}</bdi>
        </h3>
        <Chip tone={standingTone(row.standing)} word={statusWord(row, now, speech)} plain />
        <OwnerLine owner={row.standing.owner}>
          <Lasting since={row.standing.since} />
        </OwnerLine>
      </div>
      <RowButton row={row} actions={actions} validator={validator} off={off} />
    </li>
  );
}
