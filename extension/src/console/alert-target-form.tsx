import { isMailTarget, targetOf } from '@latchkey/shared/alerts/target-address';
import type { ComponentChild, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { Ask } from '../server-api/server-api.ts';
import { useDesk } from './desk.ts';
import { Field } from './field.tsx';

type NewTarget = Ask<'saveAlertTarget'>['body'];

const empty = { id: '', url: '', secret: '', from: '', until: '' };
type Fields = typeof empty;

interface Input {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly class: string;
  readonly value: string;
  readonly onInput: (event: TargetedInputEvent<HTMLInputElement>) => void;
}

/** A new target. The secret leaves this form with the press, and is held nowhere else; the rest is there again for whoever comes back. */
export function AlertTargetForm({ onSend }: { readonly onSend: (body: NewTarget) => Promise<boolean> }) {
  const { words } = useFullSpeech();
  const of = words.console.alerts;
  const { drafts } = useDesk();
  const [fields, setFields] = useState<Fields>({ ...empty, ...drafts.alert });
  function put(next: Fields): void {
    setFields(next);
    const { secret: _, ...kept } = next;
    drafts.alert = kept;
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const field = (
    name: keyof Fields,
    label: string,
    hint: string | undefined,
    draw: (input: Input) => ComponentChild,
  ) => (
    <Field label={label} hint={hint} fault={undefined}>
      {(control) =>
        draw({
          ...control,
          class: 'lk-input',
          value: fields[name],
          onInput: ({ currentTarget }) => put({ ...fields, [name]: currentTarget.value }),
        })
      }
    </Field>
  );
  const address = targetOf(fields.url);
  const isMail = isMailTarget(address);
  const isMissing = fields.id === '' || fields.url === '' || (fields.secret === '' && !isMail);
  async function send(): Promise<void> {
    const { id, secret, from, until } = fields;
    const quiet = from === '' || until === '' ? null : { from, until, zone };
    const target = { id, follows: 0, url: address, on: true, quiet };
    if (await onSend(isMail ? target : { ...target, secret })) put(empty);
  }
  return (
    <form class="lkc-form" noValidate onSubmit={(event) => event.preventDefault()}>
      {field('id', of.name, of.nameHint, (input) => (
        <input type="text" autocomplete="off" {...input} />
      ))}
      {field('url', of.address, of.addressHint, (input) => (
        <input type="text" autocomplete="off" {...input} />
      ))}
      {!isMail &&
        field('secret', of.secret, of.secretHint, (input) => (
          <input type="password" autocomplete="new-password" {...input} />
        ))}
      {field('from', of.quietFrom, of.quietHint, (input) => (
        <input type="time" {...input} />
      ))}
      {field('until', of.quietUntil, undefined, (input) => (
        <input type="time" {...input} />
      ))}
      <div class="lk-actions">
        <Button type="submit" onPress={send} off={isMissing}>
          {of.add}
        </Button>
        {isMissing && <span class="lk-hint">{of.addHint}</span>}
      </div>
    </form>
  );
}
