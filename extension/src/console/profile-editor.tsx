import { directoryRoles } from '@latchkey/shared/permissions/directory-roles';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { Field } from './field.tsx';
import { bodyOf, emptyPermission, faultsOf, type DraftFaults, type ProfileDraft } from './profile-form.ts';
import { ProfilePermission } from './profile-permission.tsx';

/** Those that administer telephony in Teams: the least first, which is the one that is named to a customer. */
const roleChoices = [
  directoryRoles.teamsCommunicationsAdministrator,
  directoryRoles.teamsTelephonyAdministrator,
  directoryRoles.teamsAdministrator,
  directoryRoles.globalAdministrator,
] as const;

interface EditorProps {
  readonly start: ProfileDraft;
  /** Names that are taken. */
  readonly taken: readonly string[];
  readonly onSave: (body: ReturnType<typeof bodyOf>) => Promise<ClientError | null>;
  /** What is typed so far, each time. */
  readonly onChange: (draft: ProfileDraft) => void;
  readonly onCancel: () => void;
}

/** The form of one version. Nothing is saved before Save, and what is refused stays to be mended. */
export function ProfileEditor({ start, taken, onSave, onChange, onCancel }: EditorProps) {
  const { words, tag } = useFullSpeech();
  const of = words.console.profiles;
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<DraftFaults>({});
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<ClientError | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const first = [...(element.current?.elements ?? [])].find(
      (control) => control.getAttribute('aria-invalid') === 'true',
    );
    if (tries > 0 && first instanceof HTMLElement) first.focus();
  }, [tries]);
  const version = String(draft.follows + 1);
  const { permissions } = draft;
  const wrong = Object.keys(faults).length;

  async function save(): Promise<void> {
    const found = faultsOf(draft, taken, of);
    setFaults(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return setTries(tries + 1);
    setRefusal(await onSave(bodyOf(draft)));
  }

  const change = (part: Partial<ProfileDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next);
  };
  const hold = (role: string, isHeld: boolean): void =>
    change({
      directoryRoles: [
        ...draft.directoryRoles.filter((one) => !(roleChoices as readonly string[]).includes(one)),
        ...roleChoices.filter((one) => (one === role ? isHeld : draft.directoryRoles.includes(one))),
      ],
    });

  return (
    <form ref={element} class="lk-card" noValidate onSubmit={(event) => event.preventDefault()}>
      <div class="lk-card__head">
        <h2 ref={heading} tabIndex={-1}>
          {draft.follows === 0 ? of.newTitle : fill(of.nextTitle, { id: draft.id, version })}
        </h2>
      </div>
      <div class="lk-card__body lkc-form">
        {start.follows === 0 && (
          <Field label={of.id} hint={of.idHint} fault={faults['id']}>
            {(control) => (
              <input
                {...control}
                class="lk-input lk-mono"
                dir="ltr"
                autocomplete="off"
                value={draft.id}
                onInput={({ currentTarget }) => change({ id: currentTarget.value })}
              />
            )}
          </Field>
        )}
        {permissions.map((permission, place) => (
          <ProfilePermission
            // oxlint-disable-next-line react/no-array-index-key -- a row has no other name, and is drawn from its data alone
            key={place}
            place={place}
            permission={permission}
            faults={faults}
            onChange={(part) =>
              change({ permissions: permissions.map((one, at) => (at === place ? { ...one, ...part } : one)) })
            }
            onRemove={() => {
              setFaults({});
              change({ permissions: permissions.filter((_, at) => at !== place) });
            }}
          />
        ))}
        <div class="lk-actions">
          <Button
            off={permissions.length >= 60}
            onPress={() =>
              change({ permissions: [...permissions, emptyPermission(permissions.at(-1)?.kind ?? 'delegated')] })
            }
          >
            {of.add}
          </Button>
        </div>
        <fieldset class="lkc-permission">
          <legend>{of.roles}</legend>
          {roleChoices.map((role) => (
            <label key={role} class="lkc-permission__required">
              <input
                type="checkbox"
                checked={draft.directoryRoles.includes(role)}
                onChange={({ currentTarget }) => hold(role, currentTarget.checked)}
              />
              {words.directoryRoles[role]}
            </label>
          ))}
        </fieldset>
        {refusal !== null && <ErrorBanner error={refusal} />}
        <p role="status" class={wrong > 0 ? 'lkx-fault' : 'lk-hidden'}>
          {wrong > 0 && [faults['whole'], plural(of.mend, wrong, tag)].filter(Boolean).join(' ')}
        </p>
        <div class="lk-actions">
          <Button kind="primary" type="submit" onPress={save}>
            {fill(of.save, { version })}
          </Button>
          <Button onPress={onCancel}>{of.cancel}</Button>
        </div>
      </div>
    </form>
  );
}
