import { PendingOrder } from '@latchkey/shared/api/pending-invitations';
import { standingKeys, type Owner } from '@latchkey/shared/invitations/standing';
import { stuckAfterDays } from '@latchkey/shared/invitations/stuck';
import { useId } from 'preact/hooks';
import { Icon } from '../look/icon.tsx';
import { ownerIcons } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { Choice } from './choice.tsx';
import type { ChosenPending } from './pending-filter.ts';

interface FiltersProps {
  readonly chosen: ChosenPending;
  readonly onChoose: (chosen: ChosenPending) => void;
  readonly order: PendingOrder;
  readonly onOrder: (order: PendingOrder) => void;
  readonly counts: Readonly<Record<Owner, number>> | undefined;
}

/** What a pending invitation can read as. */
const readable = standingKeys.filter((key) => !['onboarded', 'cancelled', 'superseded'].includes(key));
const owners = ['provider', 'customer', 'microsoft'] as const satisfies readonly Owner[];

/** Above the pending list: what is looked for, who must act, how it stands, how long, until when, and in which order. */
export function PendingFilters({ chosen, onChoose, order, onOrder, counts }: FiltersProps) {
  const { words } = useFullSpeech();
  const { pendingPage: of } = words.console;
  return (
    <>
      <OwnerButtons chosen={chosen} onChoose={onChoose} counts={counts} />
      <div class="lkc-filters" role="group" aria-label={of.filters}>
        <SearchField text={chosen.search} onSearch={(search) => onChoose({ ...chosen, search })} />
        <Choice
          label={of.filterStatus}
          value={chosen.status}
          options={[['', of.anyStatus], ...readable.map((key) => [key, words.statuses[key]] as const)]}
          onChoose={(status) => onChoose({ ...chosen, status })}
        />
        <Choice
          label={of.filterAge}
          value={chosen.waitingDays}
          options={[
            [0, of.anyAge],
            [1, of.waitingDay],
            [stuckAfterDays, of.waitingStuck],
            [7, of.waitingWeek],
          ]}
          onChoose={(waitingDays) => onChoose({ ...chosen, waitingDays })}
        />
        <Choice
          label={of.filterEnd}
          value={chosen.endsInDays}
          options={[
            [0, of.anyEnd],
            [2, of.endsInTwoDays],
            [7, of.endsInWeek],
          ]}
          onChoose={(endsInDays) => onChoose({ ...chosen, endsInDays })}
        />
        <Choice
          label={of.order}
          value={order}
          options={PendingOrder.options.map((name) => [name, of.orders[name]] as const)}
          onChoose={onOrder}
        />
      </div>
    </>
  );
}

function OwnerButtons({ chosen, onChoose, counts }: Pick<FiltersProps, 'chosen' | 'onChoose' | 'counts'>) {
  const { words, tag } = useFullSpeech();
  const { pendingPage: of } = words.console;
  const number = new Intl.NumberFormat(tag);
  const all = counts && Object.values(counts).reduce((total, count) => total + count, 0);
  const button = (owner: ChosenPending['owner'], word: string, total: number | undefined) => (
    <button
      key={owner}
      type="button"
      class={chosen.owner === owner ? 'lk-filter is-on' : 'lk-filter'}
      aria-pressed={chosen.owner === owner}
      onClick={() => onChoose({ ...chosen, owner })}
    >
      {owner !== '' && <Icon name={ownerIcons[owner]} />}
      {word} {total !== undefined && <b>{number.format(total)}</b>}
    </button>
  );
  return (
    <div class="lkc-filters" role="group" aria-label={of.filter}>
      {button('', of.all, all)}
      {owners.map((owner) => button(owner, words.owners[owner], counts?.[owner]))}
    </div>
  );
}

function SearchField({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { words } = useFullSpeech();
  const { pendingPage: of } = words.console;
  const id = useId();
  return (
    <span class="lkc-choice lkc-search">
      <label for={id}>{of.search}</label>
      <input
        id={id}
        class="lk-input"
        type="search"
        value={text}
        maxLength={120}
        placeholder={of.searchHint}
        onInput={({ currentTarget }) => onSearch(currentTarget.value)}
      />
    </span>
  );
}
