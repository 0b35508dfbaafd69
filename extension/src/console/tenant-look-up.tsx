import type { TenantView } from '@latchkey/shared/api/tenants';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useState } from 'preact/hooks';
import { errorWords } from '../look/error-words.tsx';
import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';

type LookUp =
  | { readonly state: 'none' | 'looking' }
  | { readonly state: 'found'; readonly tenant: TenantView }
  | { readonly state: 'failed'; readonly error: ClientError };

/** A pause in typing, after which it is worth asking Microsoft. */
const pauseMs = 400;

/** Asks Microsoft which tenant the typed text means, while it is typed; only the answer to the newest text counts. */
export function useTenantLookUp(typed: string): LookUp {
  const { api } = useSurroundings();
  const [lookUp, setLookUp] = useState<LookUp>({ state: 'none' });
  useEffect(() => {
    const reference = readTenantReference(typed);
    setLookUp({ state: reference.ok ? 'looking' : 'none' });
    if (!reference.ok) return undefined;
    let newest = true;
    const ask = async () => {
      const reply = await api.call('lookUpTenant', { query: { reference: typed.trim() } });
      if (!newest) return;
      setLookUp(reply.ok ? { state: 'found', tenant: reply.value } : { state: 'failed', error: reply.error });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [typed.trim()]);
  return lookUp;
}

/** What was found, beside the field. */
export function TenantFound({ lookUp }: { readonly lookUp: LookUp }) {
  const { words } = useFullSpeech();
  const { newCustomer } = words.console;
  return (
    <div role="status" class="lkc-found">
      {lookUp.state === 'looking' && <span class="lk-hint">{newCustomer.tenantLooking}</span>}
      {lookUp.state === 'failed' && <span class="lkx-fault">{errorWords(lookUp.error, words).title}</span>}
      {lookUp.state === 'found' && (
        <div class="lk-tenant">
          <Icon name="check" />
          <div>
            <b>{fill(newCustomer.tenantFound, { tenant: lookUp.tenant.tenantId })}</b>
            <small>
              {lookUp.tenant.customerId === null ? newCustomer.tenantFoundText : newCustomer.tenantIsCustomer}
            </small>
          </div>
        </div>
      )}
    </div>
  );
}
