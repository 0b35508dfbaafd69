import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { readRequestLog } from '../../practice/walk/request-log.ts';
import { readSituation } from '../../practice/stage/situation.ts';
import { onlyIfThorough } from '../stage/thorough.ts';
import { isRunning, WalkProcess } from '../stage/walk-process.ts';

let walk: WalkProcess;
beforeEach(() => {
  walk = new WalkProcess();
});
afterEach(() => walk.close());

const proofOf = (step: number): RegExp =>
  new RegExp(`^step ${step}: .+ · proved: .+ · audit=\\d+ upstream=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

test('a signal to the walk alone ends everything that it started', async (context) => {
  onlyIfThorough(context);
  if (!existsSync('/proc/self/stat')) context.skip('looks for what is left behind in /proc');
  const ended = walk.start();
  await walk.said('step 1:');
  const started = walk.descendants();
  expect(started.length, 'the API, the practice tenant and a browser').toBeGreaterThan(2);
  walk.signal('SIGINT');
  const { code, lines } = await ended;
  expect(lines.join('\n')).not.toContain('Error');
  expect(code, 'what a shell says of a SIGINT').toBe(130);
  await expect.poll(() => started.filter(isRunning), { timeout: 20_000 }).toEqual([]);
});

test('the walk proves nine steps of nine, the check confirms each, and no longer once a claim was changed', async () => {
  const { code, lines } = await walk.start('--seed', '11');
  expect(lines).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => expect.stringMatching(proofOf(step)) as unknown),
    '9 of 9 steps proved',
  ]);
  expect(code).toBe(0);
  expect(await walk.check()).toEqual({
    code: 0,
    lines: ['9 of 9 steps confirmed (audit rows: 9, request ids: 9, tenants: 9, accounts: 2, permissions: 15)'],
  });

  const evidence = join(walk.folder, 'walk', 'evidence.json');
  const { steps, ...rest } = JSON.parse(readFileSync(evidence, 'utf8')) as { steps: { upstream: string }[] };
  const [first, , third] = steps;
  writeFileSync(
    evidence,
    JSON.stringify({ ...rest, steps: [{ ...first, upstream: third?.upstream }, ...steps.slice(1)] }),
  );
  const again = await walk.check();
  expect(again.code).toBe(1);
  expect(again.lines[0]).toMatch(/^not confirmed: step 1: audit row \d+ does not stand on the request/);

  const screenshots = readdirSync(join(walk.folder, 'walk', 'screenshots'));
  const report = readFileSync(join(walk.folder, 'walk', 'report.html'), 'utf8');
  expect(screenshots.filter((name) => !report.includes(`src="screenshots/${name}"`))).toEqual([]);
  expect(report).not.toContain('alt=""');
});

test('told to lie that a redirect came back, the practice tenant is not believed', async (context) => {
  onlyIfThorough(context);
  const { code, lines } = await walk.start('--lie', 'redirect-only');
  expect(lines.slice(-2)).toEqual([expect.stringMatching(/^step 5: not proved: /), '4 of 9 steps proved']);
  expect(lines.filter((line) => line.startsWith('step 6'))).toEqual([]);
  expect(code).toBe(3);
});

test('an administrator who declines ends the walk at step 6, and the check confirms what came before', async (context) => {
  onlyIfThorough(context);
  const { code, lines } = await walk.start('--situation', 'northwind-declined');
  expect(lines.at(-1)).toBe('situation northwind-declined: stopped at step 6, status declined, owner customer');
  expect(code).toBe(2);
  const checked = await walk.check();
  expect(checked.lines[0]).toMatch(/^5 of 9 steps confirmed \(audit rows: 5, request ids: 5, tenants: 5, accounts: 1,/);
  expect(checked.code).toBe(2);
});

test.for([
  ['proseware-reviewer-denies', 'stopped at step 6, status declined, verdict none, owner customer'],
  ['litware-mfa-required', 'stopped at step 5, status not_allowed, verdict none, owner customer'],
  ['tailspin-not-an-admin', 'stopped at step 5, status not_allowed, verdict none, owner customer'],
  ['wingtip-wrong-tenant', 'stopped at step 5, status wrong_tenant, verdict none, owner customer'],
] as const)('%s: %s, and nobody was given a token or a connection', async ([situation, end], context) => {
  onlyIfThorough(context);
  const { code, lines } = await walk.start('--situation', situation);
  expect(lines.at(-1)).toBe(`situation ${situation}: ${end}`);
  expect(code).toBe(2);
  const asked = readRequestLog(join(walk.folder, 'walk', 'practice-tenant', 'requests.jsonl'));
  expect(asked.some(({ path }) => path.endsWith('/authorize'))).toBe(true);
  const { consent } = readSituation(join(walk.folder, 'walk', 'practice-tenant', 'situation.json')).registrations;
  const redeemed = asked.filter(
    ({ grantType, clientId }) => grantType === 'authorization_code' && clientId === consent.clientId,
  );
  expect(redeemed).toEqual([]);
  const audit = new AuditReader(join(walk.folder, 'walk', 'data', 'latchkey.db'));
  expect(audit.value<{ n: number }>('SELECT count(*) AS n FROM connections')).toEqual({ n: 0 });
  audit.close();
});
