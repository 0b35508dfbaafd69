import type { CustomerView } from '@latchkey/shared/api/customers';
import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { useSpeech } from '../look/words.ts';
import { nameInAddress } from '../pages/name-in-address.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { rowOf, statusWord } from './pending-row.ts';
import { useMayWrite } from './row-button.tsx';
import { TenantLine } from './tenant-line.tsx';

/** The open tab names somebody who is no customer: says so, and leads to Add New Customer with that name. */
export function NotACustomer({ reference, off }: { readonly reference: NamedCustomer; readonly off: boolean }) {
  const { words } = useSpeech();
  const { platform } = useSurroundings();
  const mayWrite = useMayWrite();
  const name = nameInAddress(reference);
  const key = reference.by === 'tenant' ? 'tenant' : 'shortName';
  return (
    <>
      <TenantLine title={words.popup.notACustomer} text={fill(words.popup.notACustomerText[reference.by], { name })} />
      {mayWrite && (
        <Button
          wide
          off={off}
          onPress={() => platform.openConsole(`#/onboarding/direct-routing/new?${key}=${encodeURIComponent(name)}`)}
        >
          {words.popup.addThisTenant}
        </Button>
      )}
    </>
  );
}

/** A customer who is not connected: where the invitation stands, if there is one. */
export function NotConnected({ customer: { invitation } }: { readonly customer: CustomerView }) {
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
