import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { keepsPassword, type Method } from '@latchkey/shared/invitations/method';
import { useFullSpeech } from '../look/words.ts';
import { Field } from './field.tsx';
import { Loaded } from '../look/loaded.tsx';
import { nameOfProfile, type useProfiles } from './use-profiles.ts';

interface ChoiceProps {
  readonly profiles: ReturnType<typeof useProfiles>;
  readonly method: Method;
  readonly chosen: string;
  readonly off: boolean;
  readonly onChoose: (profileId: string) => void;
}

/** What the customer is asked for. Whose password is kept carries it out: then no application can. */
export function ProfileChoice({ profiles, method, chosen, off, onChoose }: ChoiceProps) {
  const { words } = useFullSpeech();
  const of = words.console.profiles;
  return (
    <Loaded of={profiles}>
      {(all) => (
        <Field label={of.choice} hint={of.choiceHint} fault={undefined}>
          {(control) => (
            <select
              {...control}
              class="lk-select"
              disabled={off}
              value={chosen}
              onChange={({ currentTarget }) => onChoose(currentTarget.value)}
            >
              {all
                .filter(({ profile }) => {
                  const as = actsAs(profile);
                  return as === 'account' || (as === 'application' && !keepsPassword(method));
                })
                .map(({ profile: { id } }) => (
                  <option key={id} value={id}>
                    {nameOfProfile(id, words)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
    </Loaded>
  );
}
