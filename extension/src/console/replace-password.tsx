import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { AccountFields } from './password-fields.tsx';
import { noPassword, passwordFaults, type PasswordFaults } from './password-form.ts';

interface ReplaceProps {
  readonly customerId: string;
  readonly onDone: () => Promise<void>;
}

/** Types another name and password. Both are typed anew: nothing of the old ones is shown to be changed. */
export function ReplacePassword({ customerId, onDone }: ReplaceProps) {
  const { words } = useFullSpeech();
  const { api } = useSurroundings();
  const [fields, setFields] = useState(noPassword);
  const [faults, setFaults] = useState<PasswordFaults>({});
  const [error, setError] = useState<ClientError | null>(null);

  async function save(): Promise<void> {
    setError(null);
    const found = passwordFaults(fields, words);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const { username, password } = fields;
    const reply = await api.call('givePassword', { params: { customerId }, body: { username, password } });
    if (!reply.ok) return setError(reply.error);
    setFields(noPassword);
    await onDone();
  }

  return (
    <form class="lkx-stack" onSubmit={(event) => event.preventDefault()}>
      <AccountFields
        fields={fields}
        faults={faults}
        set={(name, value) => {
          setFields((before) => ({ ...before, [name]: value }));
          setFaults({});
        }}
      />
      {error !== null && <ErrorBanner error={error} />}
      <div class="lk-actions">
        <Button kind="primary" type="submit" onPress={save}>
          {words.passwords.card.save}
        </Button>
        <Button onPress={onDone}>{words.passwords.card.cancel}</Button>
      </div>
    </form>
  );
}
