import { fill } from '@latchkey/shared/words/fill';
import { useFullSpeech } from '../look/words.ts';
import { Field } from './field.tsx';
import { hasSpacesAtEnds, type PasswordFault, type PasswordFaults, type PasswordFields } from './password-form.ts';

interface FieldsProps {
  readonly fields: PasswordFields;
  readonly faults: PasswordFaults;
  readonly set: (name: PasswordFault, value: string) => void;
}

/** The account's name and password. On a page of the extension only: no web page ever has such a field of ours. */
export function AccountFields({ fields, faults, set }: FieldsProps) {
  const { words } = useFullSpeech();
  const { passwords } = words;
  return (
    <div class="lkc-two">
      <Field label={passwords.username} hint={passwords.usernameHint} fault={faults.username}>
        {(control) => (
          <input
            {...control}
            class="lk-input"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            value={fields.username}
            onInput={(event) => set('username', event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={passwords.password}
        hint={hasSpacesAtEnds(fields.password) ? passwords.spaces : passwords.passwordHint}
        fault={faults.password}
      >
        {(control) => (
          <input
            {...control}
            class="lk-input"
            type="password"
            // The customer's password is none of the operator's: no manager keeps or fills it.
            autocomplete="new-password"
            value={fields.password}
            onInput={(event) => set('password', event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}

/** Who of the customer agreed, when, and how. */
export function AgreementFields({ fields, faults, set, customer }: FieldsProps & { readonly customer: string }) {
  const { passwords } = useFullSpeech().words;
  return (
    <fieldset class="lkc-agreement">
      <legend>{passwords.agreement}</legend>
      <p class="lk-soft">{fill(passwords.agreementText, { customer })}</p>
      <div class="lkc-two">
        <Field label={passwords.agreementName} fault={faults.name}>
          {(control) => (
            <input
              {...control}
              class="lk-input"
              autocomplete="off"
              value={fields.name}
              onInput={(event) => set('name', event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={passwords.agreementDate} fault={faults.date}>
          {(control) => (
            <input
              {...control}
              class="lk-input"
              type="date"
              value={fields.date}
              onInput={(event) => set('date', event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <Field label={passwords.agreementHow} hint={passwords.agreementHowHint} fault={faults.how}>
        {(control) => (
          <input
            {...control}
            class="lk-input"
            autocomplete="off"
            value={fields.how}
            onInput={(event) => set('how', event.currentTarget.value)}
          />
        )}
      </Field>
    </fieldset>
  );
}
