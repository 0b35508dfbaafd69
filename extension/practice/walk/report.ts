import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Options } from '../options.ts';
import { places } from '../places.ts';
import type { Stage } from '../stage/stage.ts';
import { escape } from './escape.ts';
import { pictures } from './pictures.ts';
import type { NotProved, Proof } from './proof.ts';

interface ReportFacts {
  readonly stage: Stage;
  readonly options: Options;
  readonly proofs: readonly Proof[];
  readonly outcome: string;
  readonly stop: NotProved | undefined;
}

/** Leaves `evidence.json` for programs and `report.html` for people, both below walk/. */
export function writeReport(facts: ReportFacts): void {
  const { stage, options, proofs, outcome, stop } = facts;
  const evidence = {
    situation: options.situation,
    seed: options.seed,
    method: options.method,
    lie: options.lie ?? null,
    outcome,
    tenantId: stage.tenant.situation.customer.tenantId,
    database: relative(places.walk, stage.api.database),
    requestLog: relative(places.walk, stage.tenant.requestLog),
    stopped: stop === undefined ? null : { step: stop.step, why: stop.message },
    steps: proofs,
  };
  writeFileSync(join(places.walk, 'evidence.json'), `${JSON.stringify(evidence, null, 2)}\n`);
  writeFileSync(join(places.walk, 'report.html'), page(facts));
}

function page({ stage, options, proofs, outcome, stop }: ReportFacts): string {
  const rows = proofs
    .map(
      ({ step, what, proved, audit, upstream }) =>
        `<tr><td>${step}</td><td>${escape(what)}</td><td>${escape(proved)}</td><td><code>${audit}</code></td><td><code>${escape(upstream)}</code></td></tr>`,
    )
    .join('\n');
  const { customer } = stage.tenant.situation;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Latchkey: the walk</title>
<style>body{font:14px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse}td,th{text-align:start;vertical-align:top;padding:.35rem .75rem;border-block-end:1px solid #8886}img{max-width:100%;border:1px solid #8886}figure{margin:2rem 0}</style>
<h1>The walk: ${escape(customer.name)}</h1>
<p>Situation <b>${escape(options.situation)}</b>, seed ${options.seed}, method ${options.method}${options.lie === undefined ? '' : `, lie <b>${options.lie}</b>`}. Tenant <code>${customer.tenantId}</code>.</p>
<p><b>${escape(outcome)}</b>${stop === undefined ? '' : ` (step ${stop.step}: ${escape(stop.message)})`}</p>
<table><thead><tr><th>Step</th><th>What</th><th>Proved by</th><th>Audit row</th><th>Microsoft’s request id</th></tr></thead><tbody>
${rows}
</tbody></table>
${pictures(join(places.walk, 'screenshots'))}
</html>
`;
}
