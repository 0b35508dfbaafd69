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
import { FocusKept } from '../look/focus-kept.tsx';
import { verdictTones } from '../look/tones.ts';
import { useLater } from '../look/use-later.ts';
import { useSpeech } from '../look/words.ts';
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
      <FocusKept label={words.actions.validate}>
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
      </FocusKept>
      {connection !== null && primary && <GuideLink connection={connection} />}
    </>
  );
}

/** Whoever looks after a connection never meets what is said where there is none. */
function NoConnection(props: { readonly customer: CustomerView }) {
  const said = useLater(() => import('./not-connected.tsx'));
  return said === null ? null : <said.NotConnected {...props} />;
}
