import type { CustomerView } from '@latchkey/shared/api/customers';
import { fill } from '@latchkey/shared/words/fill';
import { shownName } from '@latchkey/shared/words/shown-name';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Validator } from '../connections/validator.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { useSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { CustomerCard } from './customer-card.tsx';
import { TenantLine } from './tenant-line.tsx';
import { pressLinksOnce } from '../look/links-once.ts';

// This part comes with every popup of somebody who is signed in, behind what must be there at once; the first click comes later still.
pressLinksOnce();

/** The tab names no tenant: says so, and lets the operator choose. What was chosen by hand is validated on a press only. */
export function CustomerPicker({ validator, off }: { readonly validator: Validator; readonly off: boolean }) {
  const { words } = useSpeech();
  const { api, clock } = useSurroundings();
  const id = useId();
  const customers = useMemo(() => createResource(() => api.call('listCustomers', { query: {} }), clock.now), []);
  const [chosen, setChosen] = useState('');
  const [error, setError] = useState<ClientError | null>(null);
  useEffect(() => void customers.refresh(), []);
  const { value } = customers.known.value;
  const items = value?.items ?? [];
  const customer = items.find((item) => item.id === chosen);

  async function validate({ connection }: CustomerView): Promise<void> {
    if (connection === null) return;
    setError(null);
    const reply = await validator.run(connection.id);
    if (reply !== 'elsewhere' && !reply.ok) setError(reply.error);
    await customers.refresh();
  }

  return (
    <>
      <TenantLine title={words.popup.tenantUnknown} text={words.popup.tenantUnknownText} />
      {items.length > 0 && (
        <div class="lk-field lkx-pick">
          <label for={id}>{words.popup.choose}</label>
          <select
            id={id}
            class="lk-select"
            disabled={off}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            <option value="">{words.popup.chooseNone}</option>
            {items.map((item) => (
              <option key={item.id} value={item.id}>
                {shownName(item.fullName)}
              </option>
            ))}
          </select>
          {value?.next !== null && value !== undefined && (
            <span class="lk-hint">{fill(words.popup.moreCustomers, { total: value.total })}</span>
          )}
        </div>
      )}
      {customer !== undefined && (
        <CustomerCard customer={customer} validator={validator} off={off} onValidate={() => validate(customer)} />
      )}
      {error !== null && <ErrorBanner error={error} />}
    </>
  );
}
