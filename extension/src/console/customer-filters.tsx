import { VerdictName } from '@latchkey/shared/validation/verdict';
import { useFullSpeech } from '../look/words.ts';
import { Choice } from './choice.tsx';
import type { ChosenFilter } from './customer-filter.ts';

interface FiltersProps {
  readonly chosen: ChosenFilter;
  readonly onChoose: (chosen: ChosenFilter) => void;
}

const owners = ['provider', 'customer', 'microsoft', 'nobody'] as const;

/** Filters above the list of customers. */
export function CustomerFilters({ chosen, onChoose }: FiltersProps) {
  const { words } = useFullSpeech();
  const { customersPage: of } = words.console;
  const verdictWord = (name: VerdictName) => (name === 'settling' ? of.settling : words.verdicts[name]);
  return (
    <div class="lkc-filters" role="group" aria-label={of.filters}>
      <Choice
        label={of.filterVerdict}
        value={chosen.verdict}
        options={[['', of.anyVerdict], ...VerdictName.options.map((name) => [name, verdictWord(name)] as const)]}
        onChoose={(verdict) => onChoose({ ...chosen, verdict })}
      />
      <Choice
        label={of.filterOwner}
        value={chosen.owner}
        options={[['', of.anyOwner], ...owners.map((owner) => [owner, words.owners[owner]] as const)]}
        onChoose={(owner) => onChoose({ ...chosen, owner })}
      />
      <Choice
        label={of.filterAge}
        value={chosen.olderThanDays}
        options={[
          [0, of.anyAge],
          [1, of.olderThanDay],
          [7, of.olderThanWeek],
        ]}
        onChoose={(olderThanDays) => onChoose({ ...chosen, olderThanDays })}
      />
      <Choice
        label={of.filterEnd}
        value={chosen.endsInDays}
        options={[
          [0, of.anyEnd],
          [7, of.endsInWeek],
          [30, of.endsInMonth],
        ]}
        onChoose={(endsInDays) => onChoose({ ...chosen, endsInDays })}
      />
    </div>
  );
}
