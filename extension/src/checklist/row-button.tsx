import { writers } from '@latchkey/shared/api/endpoint';
import { fill } from '@latchkey/shared/words/fill';
import type { Validator } from '../connections/validator.ts';
import { Button } from '../look/button.tsx';
import { Waiting } from '../look/states.tsx';
import { useSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import type { InvitationActions } from './invitation-actions.ts';
import type { PendingRow } from './pending-row.ts';

interface RowButtonProps {
  readonly row: PendingRow;
  readonly actions: Pick<InvitationActions, 'next'>;
  readonly validator: Validator;
  readonly off: boolean;
  readonly primary?: boolean;
}

/** The one next action of a row; for who may only read, the reason why there is none. */
export function RowButton({ row, actions, validator, off, primary = false }: RowButtonProps) {
  const { words } = useSpeech();
  const mayWrite = useMayWrite();
  const { nextAction } = row.standing;
  if (nextAction === 'none') return null;
  const connectionId = row.invitation.connection?.id;
  if (connectionId !== undefined && validator.running.value.has(connectionId))
    return <Waiting>{words.actions.validate}</Waiting>;
  if (!mayWrite && nextAction !== 'validate') return <span class="lk-hint">{words.popup.readOnly}</span>;
  const action = words.actions[nextAction];
  const label = fill(words.popup.rowAction, { action, customer: row.invitation.customer.fullName });
  return (
    <Button off={off} label={label} {...(primary ? { kind: 'primary' } : {})} onPress={() => actions.next(row)}>
      {action}
    </Button>
  );
}

/** Whether the operator's role lets them change anything. The server decides; this only spares a refusal. */
export function useMayWrite(): boolean {
  const now = useSurroundings().session.current.value;
  return now.state === 'signed-in' && writers.some((role) => role === now.kept.view.operator.role);
}
