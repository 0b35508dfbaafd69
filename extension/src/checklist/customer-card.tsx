import type { CustomerView } from '@latchkey/shared/api/customers';
import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import { fill } from '@latchkey/shared/words/fill';
import { GuideLink } from '../connections/guide-link.tsx';
import { Proof, VerdictChip } from '../connections/verdict-line.tsx';
import { Validating } from '../connections/validating.tsx';
import type { Validator } from '../connections/validator.ts';
import { readVerdict } from '../connections/verdict-view.ts';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { verdictTones } from '../look/tones.ts';
import { useSpeech } from '../look/words.ts';
import { rowOf, statusWord } from './pending-row.ts';
import { TenantLine } from './tenant-line.tsx';

interface CustomerCardProps {
  readonly customer: CustomerView;
  readonly validator: Validator;
  readonly off: boolean;
  /** How this tab's address names the customer, where it does. */
  readonly namedBy?: NamedCustomer['by'];
  readonly onValidate: () => Promise<void>;
}

/** A customer with its verdict, its proof, and Validate; the wait takes the button's place. */
export function CustomerCard({ customer, validator, off, namedBy, onValidate }: CustomerCardProps) {
  const { words } = useSpeech();
  const { coarse } = useClock();
  const { connection, fullName, domain } = customer;
  const verdict = connection?.verdict ?? null;
  const since = connection === null ? undefined : validator.running.value.get(connection.id);
  const primary = namedBy !== undefined;
  const where =
    namedBy === 'short-name'
      ? fill(words.popup.namedByAddress, { customer: fullName })
      : domain === null
        ? fill(words.popup.onTenantOfWithId, { customer: fullName })
        : fill(words.popup.onTenantOf, { customer: fullName, domain });
  return (
    <>
      <TenantLine
        title={fullName}
        text={primary ? where : (domain ?? customer.tenantId)}
        tone={verdictTones[readVerdict(verdict, coarse.value).name]}
      />
      {connection === null ? (
        <NoConnection customer={customer} />
      ) : (
        <p class="lkx-verdict-line">
          <VerdictChip verdict={verdict} />
          <Proof verdict={verdict} />
        </p>
      )}
      <div role="status">{since !== undefined && <Validating since={since} />}</div>
      {connection !== null && since === undefined && (
        <Button kind="primary" wide off={off} onPress={onValidate}>
          {words.actions.validate}
          {primary && !off && (
            <span class="lk-kbd" aria-hidden="true">
              Alt+Shift+V
            </span>
          )}
        </Button>
      )}
      {connection !== null && primary && <GuideLink connection={connection} />}
    </>
  );
}

function NoConnection({ customer: { invitation } }: { readonly customer: CustomerView }) {
  const speech = useSpeech();
  const now = useClock().coarse.value;
  const { popup } = speech.words;
  const text =
    invitation === null
      ? popup.noInvitation
      : fill(popup.noConnectionText, { status: statusWord(rowOf(invitation, now), now, speech) });
  return (
    <p class="lkx-small lk-soft">
      <b>{popup.noConnection}</b>
      <span class="lk-sep" />
      {text}
    </p>
  );
}
