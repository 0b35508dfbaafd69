import { confirmStep, kinds, type Finding, type Kind } from './confirm-step.ts';
import type { Claim, Evidence } from './evidence.ts';
import type { Records } from './records.ts';
import { rules } from './rules.ts';

const whole = 9;

export interface Confirmation {
  /** 0: all nine steps hold. 2: all that is claimed holds, and the walk stopped before its end. 1: something does not hold. */
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

interface Looked {
  readonly claim: Claim;
  readonly findings: readonly Finding[];
}

/** Confirms a walk as far as it claims to have come. */
export function confirmWalk(evidence: Evidence, records: Records): Confirmation {
  const { steps, tenantId, method } = evidence;
  const looked: readonly Looked[] = steps.map((claim) => ({
    claim,
    findings: confirmStep(claim, tenantId, rules[method]?.[claim.step] ?? [], records),
  }));
  const faults = [
    ...looked.flatMap(({ claim, findings }) =>
      findings.flatMap(({ fault }) => (fault === undefined ? [] : [`step ${claim.step}: ${fault}`])),
    ),
    ...faultsOfTheWhole(evidence, records),
  ];
  const held = looked.filter(({ findings }) => findings.every(({ fault }) => fault === undefined)).length;
  const counts = kinds.map((kind) => `${kind}: ${confirmedOf(looked, kind)}`).join(', ');
  return {
    exitCode: faults.length > 0 ? 1 : steps.length < whole ? 2 : 0,
    lines: [
      ...faults.map((fault) => `not confirmed: ${fault}`),
      `${held} of ${whole} steps confirmed (${counts})${faults.length > 0 ? `; ${faults.length} not confirmed` : ''}`,
      ...(faults.length === 0 && evidence.stopped !== null ? [whyShort(evidence)] : []),
    ],
  };
}

/** Of permissions each one counts, of everything else each step. */
function confirmedOf(looked: readonly Looked[], kind: Kind): number {
  const sound = looked.filter(({ findings }) => {
    const ofKind = findings.filter((each) => each.kind === kind);
    return ofKind.length > 0 && ofKind.every(({ fault }) => fault === undefined);
  });
  if (kind !== 'permissions') return sound.length;
  return sound.reduce((sum, { claim }) => sum + (claim.permissions?.length ?? 0), 0);
}

const whyShort = ({ stopped, lie, situation, outcome }: Evidence): string =>
  `the walk stopped at step ${stopped?.step} (${stopped?.why}); situation ${situation}${lie === null ? '' : `, lie ${lie}`}; its own words: ${outcome}`;

/** Steps one after the other, on lines one after the other, of one invitation; and nothing said of the end that they do not bear out. */
function faultsOfTheWhole({ steps, stopped, outcome }: Evidence, { rows }: Records): readonly string[] {
  const inOrder = steps.every(({ step }, index) => step === index + 1);
  const rising = steps.every(({ audit }, index) => audit > (steps[index - 1]?.audit ?? 0));
  const invitations = new Set(steps.flatMap(({ audit }) => rows.find(({ seq }) => seq === audit)?.invitationId ?? []));
  const end = stopped?.step ?? whole + 1;
  const said = /^(\d+) of 9 steps proved$/.exec(outcome)?.[1];
  const saidStop = /: stopped at step (\d+)\b/.exec(outcome)?.[1];
  return [
    ...(inOrder && steps.length > 0 ? [] : ['the steps are not one after the other, from the first']),
    ...(rising ? [] : ['the audit rows are not one after the other']),
    ...(invitations.size === 1 ? [] : ['the audit rows are not of one invitation']),
    ...(end === steps.length + 1 ? [] : [`${steps.length} steps are claimed, and the walk stopped at step ${end}`]),
    ...(said === undefined || Number(said) === steps.length
      ? []
      : [`${steps.length} steps are claimed, and “${outcome}”`]),
    ...(saidStop === undefined || Number(saidStop) === end
      ? []
      : [`the walk stopped at step ${end}, and “${outcome}”`]),
    ...(said === undefined && saidStop === undefined ? [`the outcome says nothing: “${outcome}”`] : []),
  ];
}
