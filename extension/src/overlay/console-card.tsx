import { standingOf } from '@latchkey/shared/invitations/standing';
import { fill } from '@latchkey/shared/words/fill';
import { readVerdict, verdictWord } from '../connections/verdict-view.ts';
import { Button } from '../look/button.tsx';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import { verdictTones } from '../look/tones.ts';
import type { PageConsole } from '../messaging/page-console.ts';
import { Card } from './card.tsx';
import { ConnectionPart, InvitationPart } from './console-parts.tsx';
import type { ConsoleSpeech } from './console-words.ts';
import type { Corner } from './corners.ts';
import { StatePart } from './part.tsx';

export interface ConsoleCardProps {
  readonly page: PageConsole;
  readonly speech: ConsoleSpeech;
  readonly now: number;
  readonly onValidate: () => void;
  readonly onResume: () => void;
  readonly onSignIn: () => void;
  readonly onClose: () => void;
  readonly onPlace: (place: { readonly corner: Corner; readonly small: boolean }) => void;
}

/** How it stands, in a line: what the pill says, and what is announced when it changes. */
function standingText(
  { situation, verdict, customer, hasConnection, validating }: PageConsole,
  now: number,
  speech: ConsoleSpeech,
): string {
  const { providerConsole } = speech.words;
  if (situation !== 'known') return providerConsole.situations[situation].title;
  const name = customer?.fullName ?? '';
  if (validating) return `${name}: ${providerConsole.validating}`;
  if (!hasConnection) return `${name}: ${providerConsole.noConnection}`;
  const word = verdictWord(readVerdict(verdict, now), verdict, now, speech);
  return `${name}: ${word}`;
}

/** The card on the provider's console: whose connection, how it stands, how we know, who must act, and Validate. */
export function ConsoleCard(props: ConsoleCardProps) {
  const { page, speech, now, onPlace, onClose } = props;
  const { providerConsole: words } = speech.words;
  const { situation, corner, small, customer } = page;
  const standing = standingText(page, now, speech);
  return (
    <Card
      {...{ speech, corner, small, onPlace, onClose }}
      labels={words}
      title={words.title}
      announcement={standing}
      pill={
        <span>
          <bdi>{standing}</bdi>
        </span>
      }
      footer={<Footer {...props} />}
    >
      {situation !== 'known' && <Situation {...props} />}
      {customer !== null && (
        <>
          <Whose {...props} />
          {page.hasConnection && <ConnectionPart {...props} />}
          {(page.invitation !== null || !page.hasConnection) && <InvitationPart {...props} />}
          <Actions {...props} />
        </>
      )}
    </Card>
  );
}

function Whose({ page: { customer, verdict, hasConnection, named, situation }, speech, now }: ConsoleCardProps) {
  const tone = verdictTones[hasConnection && situation === 'known' ? readVerdict(verdict, now).name : 'unknown'];
  return (
    <div class="lk-overlay__part">
      <div class={`lk-tenant s-${tone.tone}`}>
        <Icon name={tone.icon} />
        <div>
          <b>
            <bdi>{customer?.fullName}</bdi>
          </b>
          <small>
            <bdi>{customer?.domain ?? named}</bdi>
            <span class="lk-sep" />
            {speech.words.providerConsole.onAddress}
          </small>
        </div>
      </div>
    </div>
  );
}

function Situation({ page, speech, onSignIn, onResume }: ConsoleCardProps) {
  const { providerConsole: words } = speech.words;
  const { situation, named, mayWrite } = page;
  if (situation === 'known') return null;
  const { title, text } = words.situations[situation];
  const tone = situation === 'offline' ? 'unreachable' : 'unknown';
  return (
    <StatePart tone={tone} icon={tone} title={title} text={fill(text, { name: named ?? '' })}>
      {situation === 'signed-out' && (
        <Button kind="primary" wide onPress={onSignIn}>
          {words.signIn}
        </Button>
      )}
      {situation === 'not-ours' && mayWrite && (
        <Button kind="primary" wide onPress={onResume}>
          <Icon name="open" flips />
          {words.addNewCustomer}
        </Button>
      )}
      {situation === 'not-ours' && !mayWrite && <p class="lko-hint">{words.readOnly}</p>}
    </StatePart>
  );
}

/** One of them is the next thing to do, and looks like it. */
function Actions({ page, speech, now, onValidate, onResume }: ConsoleCardProps) {
  const { providerConsole: words } = speech.words;
  const { invitation, hasConnection, mayWrite, validating, situation, failed } = page;
  const off = situation !== 'known';
  const onboards = invitation !== null && standingOf(invitation, now).nextAction === 'add';
  return (
    <div class="lk-overlay__part lko-actions">
      {failed && !validating && (
        <p class="lko-failed" role="alert">
          {words.notValidated}
        </p>
      )}
      {validating && <p class="lk-soft">{words.validating}</p>}
      {invitation !== null && mayWrite && (
        <Button {...(onboards || !hasConnection ? { kind: 'primary' as const } : {})} wide off={off} onPress={onResume}>
          <Icon name="open" flips />
          {words.resume}
        </Button>
      )}
      {hasConnection && !validating && (
        <Button {...(onboards ? {} : { kind: 'primary' as const })} wide off={off} onPress={onValidate}>
          {words.validate}
        </Button>
      )}
      {off && <p class="lko-hint">{words.returns}</p>}
      {invitation !== null && !mayWrite && <p class="lko-hint">{words.readOnly}</p>}
    </div>
  );
}

function Footer({ page: { situation, readAt }, speech, now }: ConsoleCardProps) {
  const { providerConsole: words } = speech.words;
  if (situation === 'known') return <span>{words.live}</span>;
  if (situation === 'offline' && readAt !== null)
    return <span>{fill(words.asOf, { time: momentText(readAt, now, speech) })}</span>;
  return <span>{words.pill}</span>;
}
