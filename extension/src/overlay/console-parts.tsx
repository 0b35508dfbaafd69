import { standingOf, type Owner } from '@latchkey/shared/invitations/standing';
import { fill } from '@latchkey/shared/words/fill';
import type { ComponentChildren } from 'preact';
import { readVerdict, verdictWord } from '../connections/verdict-view.ts';
import { Chip, CutKey } from '../look/chip.tsx';
import { Icon } from '../look/icon.tsx';
import { ageText, exactText, lastingText, momentText } from '../look/moments.ts';
import { ownerIcons, standingTone, verdictTones } from '../look/tones.ts';
import type { ConsoleCardProps } from './console-card.tsx';
import type { ConsoleSpeech } from './console-words.ts';

type PartProps = Pick<ConsoleCardProps, 'page' | 'speech' | 'now'>;

/** The connection: the word, how we know, how old that is, why, and who must act. */
export function ConnectionPart({ page: { verdict, situation }, speech, now }: PartProps) {
  const { words } = speech;
  const read = readVerdict(verdict, now);
  const { name, cause, evidence, owner, ageing } = read;
  const word = verdictWord(read, verdict, now, speech);
  return (
    <div class={situation === 'offline' ? 'lk-overlay__part is-saved' : 'lk-overlay__part'}>
      <p class="lko-verdict">
        <Chip tone={verdictTones[name]} word={word} ageing={ageing || situation === 'offline'} />
        <span class="lk-proof">
          <CutKey evidence={evidence} />
          <span>
            {verdict === null ? words.proofs.neverValidated : words.evidence[evidence]}
            {verdict !== null && (
              <>
                <span class="lk-sep" />
                <time dateTime={verdict.at} title={exactText(verdict.at, speech)}>
                  {ageText(verdict.at, now, speech)}
                </time>
              </>
            )}
          </span>
        </span>
      </p>
      {cause !== 'all_proved' && (
        <p class="lko-cause">
          {words.causes[cause].text} {words.causes[cause].nextStep}
        </p>
      )}
      {owner !== 'nobody' && <Acts owner={owner} speech={speech} />}
    </div>
  );
}

/** The invitation that is pending, who must act on it and since when. */
export function InvitationPart({ page: { invitation, hasConnection }, speech, now }: PartProps) {
  const { words } = speech;
  const { providerConsole, statuses, proofs } = words;
  if (invitation === null)
    return (
      <div class="lk-overlay__part">
        <p>
          <b>{providerConsole.noConnection}</b>
        </p>
        <p class="lk-soft">{providerConsole.noInvitation}</p>
      </div>
    );
  const standing = standingOf(invitation, now);
  const { settlingUntil } = invitation;
  const word =
    standing.key === 'settling' && settlingUntil !== null
      ? fill(proofs.settlingUntil, { time: momentText(settlingUntil, now, speech) })
      : statuses[standing.key];
  return (
    <div class="lk-overlay__part">
      {!hasConnection && (
        <p>
          <b>{providerConsole.noConnection}</b>
        </p>
      )}
      <p class="lko-verdict">
        <span>{providerConsole.invitation}</span>
        <Chip tone={standingTone(standing)} word={word} />
      </p>
      <Acts owner={standing.owner} speech={speech}>
        {lastingText(standing.since, now, speech)}
      </Acts>
    </div>
  );
}

interface ActsProps {
  readonly owner: Owner;
  readonly speech: ConsoleSpeech;
  readonly children?: ComponentChildren;
}

function Acts({ owner, speech: { words }, children }: ActsProps) {
  const { ownerActs, nobodyActs } = words.proofs;
  return (
    <p class="lk-owner">
      <Icon name={ownerIcons[owner]} />
      <span>
        <b>{owner === 'nobody' ? nobodyActs : fill(ownerActs, { owner: words.owners[owner] })}</b>
        {children !== undefined && (
          <>
            <span class="lk-sep" />
            {children}
          </>
        )}
      </span>
    </p>
  );
}
