import type { Outcome } from './run-stage.ts';

const seconds = (outcome: Outcome): string => `${outcome.seconds.toFixed(1)} s`;

/** One line when a stage has ended. */
export function lineOf(outcome: Outcome): string {
  const { stage, passed, failed, skipped } = outcome;
  const counts = [
    `${passed} passed`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ];
  return `${failed.length > 0 ? '✗' : '✓'} ${stage.padEnd(13)} ${seconds(outcome).padStart(8)}  ${counts.join(', ')}`;
}

/** Everything that somebody who was not there needs: all output of what failed, what was skipped and why, the count. */
export function summaryOf(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter((outcome) => outcome.failed.length > 0);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  return [
    ...failed.map(({ stage, output }) => `\n──── ${stage} ────\n${output.trimEnd()}`),
    ...(skipped.length > 0
      ? ['\nSkipped:', ...skipped.map(({ name, reason }) => `  ${name}: ${reason ?? 'no reason'}`)]
      : []),
    ...(failed.length > 0
      ? ['\nFailed:', ...failed.flatMap((outcome) => outcome.failed.map((name) => `  ${outcome.stage}: ${name}`))]
      : []),
    '',
    `${passed} passed, ${failed.reduce((sum, outcome) => sum + outcome.failed.length, 0)} failed`,
  ].join('\n');
}
