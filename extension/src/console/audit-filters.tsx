import { AuditActorKind } from '@latchkey/shared/api/audit';
import { auditActions, auditOutcomes } from '@latchkey/shared/audit/audit-actions';
import { useId } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';
import type { AuditChoice } from './audit-choice.ts';
import { Choice } from './choice.tsx';

interface FiltersProps {
  readonly chosen: AuditChoice;
  readonly onChoose: (chosen: AuditChoice) => void;
}

/** Above the audit log: when, who, what was done, how it came out, about whom, and what is looked for. */
export function AuditFilters({ chosen, onChoose }: FiltersProps) {
  const { auditPage: of } = useFullSpeech().words.console;
  const put = (name: keyof AuditChoice) => (value: string) => onChoose({ ...chosen, [name]: value });
  return (
    <div class="lkc-filters" role="group" aria-label={of.filters}>
      <TypedChoice label={of.search} value={chosen.search} hint={of.searchHint} onType={put('search')} />
      <DayChoice label={of.filterFrom} value={chosen.from} onType={put('from')} />
      <DayChoice label={of.filterUntil} value={chosen.until} onType={put('until')} />
      <Choice
        label={of.filterAction}
        value={chosen.action}
        options={[['', of.anyAction], ...auditActions.map((action) => [action, of.actions[action]] as const)]}
        onChoose={(action) => onChoose({ ...chosen, action })}
      />
      <Choice
        label={of.filterOutcome}
        value={chosen.outcome}
        options={[['', of.anyOutcome], ...auditOutcomes.map((outcome) => [outcome, of.outcomes[outcome]] as const)]}
        onChoose={(outcome) => onChoose({ ...chosen, outcome })}
      />
      <Choice
        label={of.filterKind}
        value={chosen.kind}
        options={[['', of.anyKind], ...AuditActorKind.options.map((kind) => [kind, of.kinds[kind]] as const)]}
        onChoose={(kind) => onChoose({ ...chosen, kind })}
      />
      <TypedChoice label={of.filterActor} value={chosen.actor} onType={put('actor')} />
      <TypedChoice label={of.filterAbout} value={chosen.about} onType={put('about')} />
    </div>
  );
}

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** It counts once it is typed whole: with Enter, or when the field is left. Each is a place in the history of the page. */
  readonly onType: (value: string) => void;
}

function TypedChoice({ label, value, hint = '', onType }: TypedProps) {
  const id = useId();
  return (
    <span class="lkc-choice lkc-search">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="lk-input"
        type="search"
        value={value}
        maxLength={120}
        placeholder={hint}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    </span>
  );
}

function DayChoice({ label, value, onType }: TypedProps) {
  const id = useId();
  return (
    <span class="lkc-choice">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="lk-input"
        type="date"
        value={value}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    </span>
  );
}
