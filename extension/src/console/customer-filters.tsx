import { VerdictName } from '@latchkey/shared/validation/verdict';
import { useId } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';
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

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string | number>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span class="lkc-choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="lk-select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
