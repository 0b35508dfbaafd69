import type { InvitationView } from '@latchkey/shared/api/invitations';
import { rowOf, statusWord } from '../checklist/pending-row.ts';
import { Button } from '../look/button.tsx';
import { Chip } from '../look/chip.tsx';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { OwnerLine } from '../look/owner-line.tsx';
import { Lasting, Moment } from '../look/time.tsx';
import { standingTone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { progressOf, type ProgressStep } from './progress.ts';

/** How far it has come, by the server's word. What changes is read out. */
export function Progress({ invitation }: { readonly invitation: InvitationView }) {
  const speech = useFullSpeech();
  const { words } = speech;
  const { platform } = useSurroundings();
  const now = useClock().coarse.value;
  const row = rowOf(invitation, now);
  const complete = row.standing.key === 'authentication_complete';
  return (
    <section class="lkx-panel-progress" aria-labelledby="progress">
      <h2 id="progress">{words.panel.progress}</h2>
      <div role="status">
        <Chip tone={standingTone(row.standing)} word={statusWord(row, now, speech)} />
      </div>
      <ol class="lk-steps">
        {progressOf(invitation, now).map((step, index) => (
          <Step key={step.key} step={step} count={index + 1} />
        ))}
      </ol>
      <OwnerLine owner={row.standing.owner} acts />
      {complete && (
        <Button kind="primary" wide onPress={() => platform.openConsole('#/invitations')}>
          {words.console.startPage.toPending}
        </Button>
      )}
    </section>
  );
}

const classes = {
  next: 'is-next',
  now: 'is-now',
  waiting: 'is-now is-waiting',
  stuck: 'is-now',
  done: 'is-done',
  proved: 'is-proved',
} as const satisfies Record<ProgressStep['state'], string>;

function Step({ step: { key, state, at }, count }: { readonly step: ProgressStep; readonly count: number }) {
  const { words } = useFullSpeech();
  const ended = state === 'done' || state === 'proved';
  return (
    <li class={`lk-step ${classes[state]}`} aria-current={classes[state].startsWith('is-now') ? 'step' : undefined}>
      <span class="lk-step__mark">{ended ? <Icon name="check" /> : state === 'waiting' ? <Dots /> : count}</span>
      <div>
        <h3>{titleOf(key, state, words.panel.steps)}</h3>
        {ended && at !== null && (
          <p>
            <Moment at={at} seconds={state === 'proved'} />
          </p>
        )}
        {(state === 'waiting' || state === 'stuck') && at !== null && (
          <p>
            <Lasting since={at} />
            {key === 'answer' && <> · {words.panel.cannotSee}</>}
          </p>
        )}
      </div>
    </li>
  );
}

type StepWords = Readonly<Record<ProgressStep['key'], { next: string; waiting?: string; done?: string }>>;

function titleOf(key: ProgressStep['key'], state: ProgressStep['state'], words: StepWords): string {
  const { next, waiting = next, done = next } = words[key];
  if (state === 'done' || state === 'proved') return done;
  return state === 'waiting' ? waiting : next;
}

const Dots = () => (
  <span class="lk-wait" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);
