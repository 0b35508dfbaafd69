import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { useId, useState } from 'preact/hooks';
import { useErrorDoctor, type ErrorDoctor } from '../doctor/use-error-doctor.ts';
import { Button } from '../look/button.tsx';
import { OwnerLine } from '../look/owner-line.tsx';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';

interface PasteProps {
  readonly invitation: InvitationView;
}

/** Many of Microsoft's refusals stay on its own page: what stands there is pasted here and read on the spot, connection or not. */
export function PasteError({ invitation }: PasteProps) {
  const { words } = useFullSpeech();
  const { paste } = words.panel;
  const id = useId();
  const doctor = useErrorDoctor();
  const [text, setText] = useState('');

  async function read(): Promise<void> {
    if (text.trim() === '') return doctor.clear();
    const reading = await doctor.read(text);
    // It holds more than whoever sent it knew of.
    if (reading.state === 'refused') setText('');
  }

  return (
    <section>
      <form class="lk-field lkx-panel-paste" onSubmit={(event) => event.preventDefault()}>
        <label for={id}>{paste.label}</label>
        <textarea
          id={id}
          class="lk-input"
          rows={2}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <span id={`${id}-hint`} class="lk-hint">
          {paste.hint}
        </span>
        <Button type="submit" onPress={read}>
          {paste.button}
        </Button>
      </form>
      <div role="status">
        <Told doctor={doctor} invitation={invitation} />
      </div>
    </section>
  );
}

const unclear = { tone: 'unknown', icon: 'unknown' } as const;
const clear = { tone: 'action', icon: 'action' } as const;

function Told({ doctor: { reading, whose }, invitation }: PasteProps & { readonly doctor: ErrorDoctor }) {
  const { words } = useFullSpeech();
  if (reading === null) return null;
  if (reading.state === 'refused')
    return (
      <Banner tone={clear} title={words.doctor.refused.title}>
        <p>{words.doctor.refused.text}</p>
      </Banner>
    );
  const { fault, found } = reading;
  if (fault === null) return <Banner tone={unclear} title={words.doctor.nothing.title} />;
  const codes = [...found.aadsts.map((code) => `AADSTS${code}`), ...(found.graph === null ? [] : [found.graph])];
  const another = whose.state === 'known' && whose.customer.id !== invitation.customer.id ? whose.customer : null;
  return (
    <Banner tone={fault.class === 'unknown' ? unclear : clear} title={fault.title}>
      <p>{fault.nextStep}</p>
      {another !== null && <p>{fill(words.panel.paste.another, { customer: another.fullName })}</p>}
      <OwnerLine owner={fault.owner} acts />
      {codes.length > 0 && <bdi class="sub lk-mono">{codes.join(' ')}</bdi>}
    </Banner>
  );
}
