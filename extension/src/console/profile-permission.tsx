import { PermissionKind } from '@latchkey/shared/permissions/kind';
import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { useFullSpeech } from '../look/words.ts';
import { Field } from './field.tsx';
import { isDescribed, type DraftFaults, type DraftPermission } from './profile-form.ts';

interface PermissionProps {
  readonly place: number;
  readonly permission: DraftPermission;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<DraftPermission>) => void;
  readonly onRemove: () => void;
}

/** One permission of a draft: of what, of which kind, whether it must be there, and the two sentences about it. */
export function ProfilePermission({ place, permission, faults, onChange, onRemove }: PermissionProps) {
  const { words } = useFullSpeech();
  const of = words.console.profiles;
  const count = String(place + 1);
  const { resourceAppId, kind, value, required } = permission;
  const names: Readonly<Record<string, string>> = of.resources;
  const choices = [...new Set([...Object.keys(of.resources), resourceAppId])];
  const text = (name: 'value' | 'why' | 'without', hint: string | undefined) => (
    <Field label={of[name]} hint={hint} fault={faults[`${place}.${name}`]}>
      {(control) => (
        <input
          {...control}
          class={name === 'value' ? 'lk-input lk-mono' : 'lk-input'}
          dir={name === 'value' ? 'ltr' : undefined}
          autocomplete="off"
          maxLength={name === 'value' ? 100 : 200}
          value={permission[name]}
          onInput={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
        />
      )}
    </Field>
  );
  const isKnown = value.trim() === '' || isDescribed(value.trim(), words.permissions);
  return (
    <fieldset class="lkc-permission">
      <legend>{fill(of.permission, { count })}</legend>
      <div class="lkc-permission__pair">
        <Field label={of.resource} fault={undefined}>
          {(control) => (
            <select
              {...control}
              class="lk-select"
              value={resourceAppId}
              onChange={({ currentTarget }) => onChange({ resourceAppId: currentTarget.value })}
            >
              {choices.map((id) => (
                <option key={id} value={id}>
                  {names[id] ?? id}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={of.kind} fault={undefined}>
          {(control) => (
            <select
              {...control}
              class="lk-select"
              value={kind}
              onChange={({ currentTarget }) => onChange({ kind: PermissionKind.parse(currentTarget.value) })}
            >
              {PermissionKind.options.map((one) => (
                <option key={one} value={one}>
                  {words.permissionTable.kinds[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {text('value', isKnown ? of.valueHint : of.valueNotKnown)}
      <label class="lkc-permission__required">
        <input
          type="checkbox"
          checked={required}
          onChange={({ currentTarget }) => onChange({ required: currentTarget.checked })}
        />
        {of.required}
      </label>
      {text('why', of.whyHint)}
      {text('without', undefined)}
      <Button kind="quiet" onPress={onRemove}>
        {fill(of.remove, { count })}
      </Button>
    </fieldset>
  );
}
