import type { AuditLineView } from '@latchkey/shared/api/audit';
import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { Chip } from '../look/chip.tsx';
import { Moment } from '../look/time.tsx';
import type { Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';

const refusedTone: Tone = { tone: 'degraded', icon: 'degraded' };

interface TableProps {
  readonly items: readonly AuditLineView[];
  readonly onOpen: (line: AuditLineView) => void;
}

/** The lines of the trail: when, what, who, about whom. */
export function AuditTable({ items, onOpen }: TableProps) {
  const { auditPage: of } = useFullSpeech().words.console;
  return (
    <table class="lk-table">
      <caption class="lk-hidden">{of.title}</caption>
      <thead>
        <tr>
          <th scope="col">{of.columns.at}</th>
          <th scope="col">{of.columns.action}</th>
          <th scope="col">{of.columns.actor}</th>
          <th scope="col">{of.columns.about}</th>
          <th scope="col">
            <span class="lk-hidden">{of.columns.details}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <Line key={line.sequence} line={line} onOpen={() => onOpen(line)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, onOpen }: { readonly line: AuditLineView; readonly onOpen: () => void }) {
  const { auditPage: of } = useFullSpeech().words.console;
  const { sequence, at, action, outcome, actor, customer, invitationId } = line;
  return (
    <tr>
      <td class="lk-num">
        <Moment at={at} seconds />
        <span class="sub">{fill(of.number, { sequence: String(sequence) })}</span>
      </td>
      <td>
        {outcome === 'refused' ? <Chip tone={refusedTone} word={of.actions[action]} /> : of.actions[action]}
        <span class="sub lk-mono" dir="ltr">
          {action}
        </span>
      </td>
      <td>
        <bdi>{actor.name ?? (actor.kind === 'system' ? of.kinds.system : of.unnamed)}</bdi>
        {actor.kind !== 'system' && <span class="sub">{of.kinds[actor.kind]}</span>}
      </td>
      <td>
        {customer === null ? <span class="lk-soft">{of.nobody}</span> : <bdi>{customer.fullName ?? customer.id}</bdi>}
        {invitationId !== null && (
          <span class="sub lk-mono" dir="ltr">
            {invitationId}
          </span>
        )}
      </td>
      <td class="lkc-end">
        <Button kind="quiet" label={fill(of.detailsOf, { sequence: String(sequence) })} onPress={onOpen}>
          {of.details}
        </Button>
      </td>
    </tr>
  );
}
