import type { Owner } from '@latchkey/shared/invitations/standing';
import {
  draftMessage,
  mailtoOf,
  type Letter,
  type LetterFacts,
  type Reason,
} from '@latchkey/shared/messages/draft-message';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { Dialog } from '../look/dialog.tsx';
import { Icon } from '../look/icon.tsx';
import { spokenWords, useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';

interface MessageButtonProps {
  readonly owner: Owner;
  readonly customer: string;
  readonly reason: Reason;
  /** Where whoever acts must go; never an address that is worth something by itself. */
  readonly link: string | null;
  readonly ids?: Partial<Pick<LetterFacts, 'code' | 'correlationId' | 'requestId' | 'at'>>;
  readonly kind?: 'quiet';
}

/** A letter to whoever must act, ready to be read, copied or opened in the mail program. Nothing is sent from here. */
export function MessageButton({ owner, customer, reason, link, ids = {}, kind }: MessageButtonProps) {
  const speech = useFullSpeech();
  const { words } = speech;
  const { session, configuration } = useSurroundings();
  const [letter, setLetter] = useState<Letter | null>(null);
  if (owner === 'nobody') return null;

  async function write(): Promise<void> {
    const { customerCauses, faults, toldReason } = await import('./letter-words.ts');
    const now = session.current.peek();
    const facts: LetterFacts = {
      to: owner,
      customer,
      provider: configuration.known.peek().value?.providerName ?? words.product,
      sender: now.state === 'signed-in' ? now.kept.view.operator.name : '',
      link,
      code: null,
      correlationId: null,
      requestId: null,
      at: null,
      ...ids,
    };
    const spoken = {
      messages: words.messages,
      causes: words.causes,
      customerCauses: await spokenWords(speech, customerCauses),
    };
    const told =
      reason.kind === 'status' && facts.code !== null
        ? toldReason(facts.code, owner, await spokenWords(speech, faults))
        : undefined;
    setLetter(draftMessage(told ?? reason, facts, spoken) ?? null);
  }

  const label = fill(words.messages.buttonFor, { owner: words.messages.to[owner], customer });
  return (
    <>
      <Button {...(kind === undefined ? {} : { kind })} label={label} onPress={write}>
        <Icon name="mail" />
        {words.messages.button}
      </Button>
      {letter !== null && <LetterDialog letter={letter} onClose={() => setLetter(null)} />}
    </>
  );
}

function LetterDialog({ letter, onClose }: { readonly letter: Letter; readonly onClose: () => void }) {
  const { words } = useFullSpeech();
  const { messages, actions } = words;
  const { platform } = useSurroundings();
  const [outcome, setOutcome] = useState<string>('');
  return (
    <Dialog title={fill(messages.title, { owner: messages.to[letter.to] })} onClose={onClose}>
      <p class="lk-soft">{messages.text}</p>
      <dl class="lkc-letter">
        <dt>{messages.subjectLabel}</dt>
        <dd dir="auto">{letter.subject}</dd>
        <dt>{messages.bodyLabel}</dt>
        <dd dir="auto" class="lkc-letter-body">
          {letter.body}
        </dd>
      </dl>
      <p role="status" class="lk-hint">
        {outcome}
      </p>
      <div class="lk-actions">
        <Button
          kind="primary"
          onPress={async () => {
            const copied = await platform.copy(`${letter.subject}\n\n${letter.body}`);
            setOutcome(copied ? actions.copied : messages.notCopied);
          }}
        >
          {messages.copy}
        </Button>
        <a class="lk-btn" href={mailtoOf(letter)}>
          <Icon name="mail" />
          {messages.mail}
        </a>
        <Button kind="quiet" onPress={onClose}>
          {actions.close}
        </Button>
      </div>
    </Dialog>
  );
}
