import type { OperatorView } from '@latchkey/shared/api/operators';
import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { Moment } from '../look/time.tsx';
import { useFullSpeech } from '../look/words.ts';

interface TableProps {
  readonly operators: readonly OperatorView[];
  readonly onSignOut: (operator: OperatorView) => void;
}

/** Who has signed in, newest first. */
export function OperatorTable({ operators, onSignOut }: TableProps) {
  const { operatorsPage: of } = useFullSpeech().words.console;
  return (
    <table class="lk-table">
      <caption class="lk-hidden">{of.title}</caption>
      <thead>
        <tr>
          <th scope="col">{of.columns.name}</th>
          <th scope="col">{of.columns.role}</th>
          <th scope="col">{of.columns.lastSignIn}</th>
          <th scope="col">{of.columns.sessions}</th>
          <th scope="col">
            <span class="lk-hidden">{of.columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {operators.map((operator) => (
          <Operator key={operator.objectId} operator={operator} onSignOut={() => onSignOut(operator)} />
        ))}
      </tbody>
    </table>
  );
}

function Operator({ operator, onSignOut }: { readonly operator: OperatorView; readonly onSignOut: () => void }) {
  const { words, tag } = useFullSpeech();
  const { operatorsPage: of, roles } = words.console;
  const { objectId, name, role, tenantId, lastSignIn, sessions, isCaller } = operator;
  const shownName = name ?? of.unnamed;
  return (
    <tr>
      <td>
        <b>
          <bdi>{shownName}</bdi>
        </b>{' '}
        {isCaller && <span class="lkc-tag">{of.you}</span>}
        <span class="sub lk-mono" dir="ltr">
          {objectId}
        </span>
        {tenantId !== null && <span class="sub">{fill(of.tenant, { tenant: tenantId })}</span>}
      </td>
      <td>{role === null ? <span class="lk-soft">{of.noRole}</span> : roles[role]}</td>
      <td class="lk-num" data-label={`${of.columns.lastSignIn}:`}>
        <Moment at={lastSignIn} />
      </td>
      <td class="lk-num" data-label={`${of.columns.sessions}:`}>
        {new Intl.NumberFormat(tag).format(sessions)}
      </td>
      <td class="lkc-end">
        {sessions > 0 && (
          <Button
            kind="quiet"
            label={fill(words.popup.rowAction, { action: of.signOut, customer: shownName })}
            onPress={onSignOut}
          >
            {of.signOut}
          </Button>
        )}
      </td>
    </tr>
  );
}
