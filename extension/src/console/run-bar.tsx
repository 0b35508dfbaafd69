import { runOutcomes, type RunOutcome, type RunView } from '@latchkey/shared/api/validation-runs';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import { verdictTones, type Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import type { Runs } from './use-runs.ts';

interface BarProps {
  readonly runs: Runs;
  readonly mayWrite: boolean;
}

/** How far the validation of many has come, and what stops it, lets it go on, and ends it. Closed, it stays away until the next one. */
export function RunBar({ runs, mayWrite }: BarProps) {
  const { words } = useFullSpeech();
  const [closed, setClosed] = useState<string | null>(null);
  const run = runs.latest.known.value.value ?? null;
  if (run === null || closed === run.id) return null;
  const isOver = run.state === 'done' || run.state === 'cancelled';
  const of = words.console.customersPage.run;
  return (
    <section class="lk-card lkc-run" aria-label={of.label}>
      <div class="lkc-run-head">
        <RunSentence run={run} />
        <span class="lk-actions">
          {mayWrite && run.state === 'running' && (
            <Button onPress={() => runs.move('pauseRun', run.id)}>{of.pause}</Button>
          )}
          {mayWrite && run.state === 'paused' && (
            <Button kind="primary" onPress={() => runs.move('resumeRun', run.id)}>
              {of.resume}
            </Button>
          )}
          {mayWrite && !isOver && (
            <Button kind="quiet" onPress={() => runs.move('cancelRun', run.id)}>
              {of.cancel}
            </Button>
          )}
          {isOver && (
            <Button kind="quiet" onPress={() => setClosed(run.id)}>
              {of.close}
            </Button>
          )}
        </span>
      </div>
      <Segments run={run} />
      <Counts run={run} />
    </section>
  );
}

function RunSentence({ run }: { readonly run: RunView }) {
  const speech = useFullSpeech();
  const now = useClock().coarse.value;
  const of = speech.words.console.customersPage.run;
  const number = new Intl.NumberFormat(speech.tag);
  const said = {
    title: of[run.kind],
    done: number.format(run.done),
    total: number.format(run.total),
    time: run.finishedAt === null ? '' : momentText(run.finishedAt, now, speech),
  };
  return (
    <p role="status">
      <b>{fill(of[run.state], said)}</b>
      <span class="sub">
        {run.state === 'running' && `${timeLeft(run.secondsLeft, speech)}, `}
        {fill(of.startedBy, { time: momentText(run.startedAt, now, speech), name: run.startedBy })}
      </span>
    </p>
  );
}

function timeLeft(seconds: number | null, { words, tag }: ReturnType<typeof useFullSpeech>): string {
  const of = words.console.customersPage.run;
  if (seconds === null) return of.noPace;
  return seconds < 90 ? plural(of.secondsLeft, seconds, tag) : plural(of.minutesLeft, Math.ceil(seconds / 60), tag);
}

const tones: Readonly<Record<RunOutcome, Tone>> = {
  ...verdictTones,
  not_known: verdictTones.unknown,
  gone: verdictTones.unreachable,
};
const segments = 40;

/** Counted: as many segments as there is room for. */
function Segments({ run: { done, total } }: { readonly run: RunView }) {
  const full = total === 0 ? 0 : Math.floor((done / total) * segments);
  return (
    <div class="lk-bar" aria-hidden="true">
      {Array.from({ length: segments }, (_, place) => (
        <i key={place} class={place < full ? 'done' : place === full && done < total ? 'now' : ''} />
      ))}
    </div>
  );
}

function Counts({ run: { counts } }: { readonly run: RunView }) {
  const { words, tag } = useFullSpeech();
  const { outcomes } = words.console.customersPage.run;
  const number = new Intl.NumberFormat(tag);
  return (
    <ul class="lkc-run-counts">
      {runOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome} class={`lk-chip is-plain s-${tones[outcome].tone}`}>
            <Icon name={tones[outcome].icon} />
            <span>
              {number.format(counts[outcome])} {outcomes[outcome]}
            </span>
          </li>
        ))}
    </ul>
  );
}
