import { readShortName } from '@latchkey/shared/customers/short-name';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useRef } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import { Field } from './field.tsx';
import { languageChoices, licenceTypes, type FieldName } from './new-customer-form.ts';
import { PageTitle } from './page-title.tsx';
import { Steps } from './steps.tsx';
import { TenantFound, useTenantLookUp } from './tenant-look-up.tsx';
import { useUsualHere } from './use-usual-here.ts';
import { useCustomerForm } from './use-customer-form.ts';

/** Add New Customer: who it is, what it buys, and whose tenant. */
export function NewCustomerPage(given: { readonly tenant: string | null; readonly shortName: string | null }) {
  const { words, tag } = useFullSpeech();
  const { newCustomer, licenceTypes: licences } = words.console;
  const form = useCustomerForm(given);
  const lookUp = useTenantLookUp(form.fields.tenant);
  const usual = useUsualHere();
  const mayWrite = useMayWrite();
  const element = useRef<HTMLFormElement>(null);
  const wrong = Object.keys(form.faults).length;
  useEffect(() => {
    if (form.refusedTries === 0) return;
    const first = [...(element.current?.elements ?? [])].find((control) => control.ariaInvalid === 'true');
    if (first instanceof HTMLElement) first.focus();
  }, [form.refusedTries]);

  const choice = (name: 'licenceType' | 'language', options: readonly (readonly [string, string])[], hint?: string) => (
    <Field label={newCustomer[name]} hint={hint} fault={form.faults[name]}>
      {(control) => (
        <select
          {...control}
          class="lk-select"
          value={form.fields[name]}
          onChange={(event) => form.set(name, event.currentTarget.value)}
        >
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const text = (name: Exclude<FieldName, 'licenceType' | 'language'>, hint: string, more: object = {}) => (
    <Field label={newCustomer[name]} hint={hint} fault={form.faults[name]}>
      {(control) => (
        <input
          {...control}
          {...more}
          class="lk-input"
          autocomplete="off"
          value={form.fields[name]}
          onInput={(event) => form.set(name, event.currentTarget.value)}
          onBlur={() => form.leave(name)}
        />
      )}
    </Field>
  );
  const plain = { spellcheck: false, autocapitalize: 'off' };

  return (
    <>
      <PageTitle title={newCustomer.title} below={newCustomer.text} />
      <Steps now="customer" />
      <form ref={element} class="lk-card" noValidate onSubmit={(event) => event.preventDefault()}>
        <div class="lk-card__body lkc-form">
          {form.refusal !== null && <ErrorBanner error={form.refusal} />}
          {text('fullName', newCustomer.fullNameHint)}
          {text(
            'shortName',
            readShortName(form.fields.shortName).ok ? newCustomer.shortNameFree : newCustomer.shortNameHint,
            plain,
          )}
          {choice(
            'licenceType',
            licenceTypes.map((type) => [type, licences[type]]),
          )}
          {text('licensedUsers', newCustomer.licensedUsersHint, { inputMode: 'numeric' })}
          {text('tenant', newCustomer.tenantHint, { ...plain, dir: 'ltr' })}
          <TenantFound lookUp={lookUp} />
          {choice(
            'language',
            languageChoices.map((one) => [
              one,
              one === '' && usual?.language !== undefined
                ? fill(newCustomer.languageUsual, { language: newCustomer.languages[usual.language] })
                : newCustomer.languages[one],
            ]),
            newCustomer.languageHint,
          )}
          {text('reference', newCustomer.referenceHint, plain)}
          {text(
            'days',
            usual === undefined
              ? newCustomer.daysHint
              : fill(newCustomer.daysUsual, { days: String(usual.invitationDays) }),
            { inputMode: 'numeric' },
          )}
          <p role="status" class={wrong > 0 && form.refusedTries > 0 ? 'lkx-fault' : 'lk-hidden'}>
            {wrong > 0 && form.refusedTries > 0 ? plural(newCustomer.mend, wrong, tag) : ''}
          </p>
          <div class="lk-actions">
            <Button kind="primary" type="submit" off={!mayWrite} onPress={form.send}>
              {newCustomer.next}
            </Button>
            {!mayWrite && <span class="lk-hint">{words.popup.readOnly}</span>}
          </div>
        </div>
      </form>
    </>
  );
}
