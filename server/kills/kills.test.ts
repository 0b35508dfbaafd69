import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { queueMail } from '../src/invitation-mails/queue-mail.ts';
import { openTemporaryStore } from '../src/storage/temporary-store.ts';
import {
  addSample,
  sampleAudit,
  sampleConnection,
  sampleCustomer,
  sampleInvitation,
} from '../src/storage/store-samples.ts';
import { line, openAcknowledged } from './acknowledged.ts';
import { findLost, withDatabase } from './check-database.ts';
import { findDuplicates } from './check-duplicates.ts';
import { freePort } from './free-port.ts';
import { walkLines, type Toll } from './lines.ts';
import { countMails, mailFaults } from './mails.ts';
import { atEachPoint, atMoments, randomWaits } from './plan.ts';
import { startPractice, type Practice } from './practice-process.ts';
import { histogram, summary } from './summary.ts';
import { allOr } from '../src/testing/thorough.ts';

let folder: string;
let port: number;
let practice: Practice;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-kills-'));
  port = await freePort();
  practice = await startPractice(join(folder, 'practice'), 'contoso-happy', `http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** In short, the one at which the connection begins to be. */
const theCommit = 'the commit of consent.signed_in, invitation.consented, invitation.authentication_complete';
const points = allOr(['the commit of consent.answered', theCommit], [theCommit]);

test('killed at the commits of the consent, nothing is lost, stuck or done twice, and the line ends', async () => {
  const only = (phase: string, point: string) =>
    phase === 'callback' && points.some((one) => point === `before ${one}` || point === `after ${one}`);
  const toll = await walkLines({
    folder: join(folder, 'lines'),
    port,
    practice,
    method: 'invitation-link',
    plan: atEachPoint(only, 1),
  });
  expect(toll).toMatchObject({ lost: [], stuck: [], duplicates: [] });
  expect(toll.kills.map(({ point }) => point)).toEqual(points.flatMap((one) => [`before ${one}`, `after ${one}`]));
}, 300_000);

test('what was acknowledged and is not in the database is lost; what is there is not', async () => {
  const temporary = await openTemporaryStore();
  await temporary.store.transact((tx) => addSample(tx, 1));
  const log = openAcknowledged(join(temporary.folder, 'acknowledged.jsonl'));
  const { id } = sampleCustomer(1);
  log.add({ phase: 'customer', call: 'POST /v1/invitations', promised: [{ table: 'customers', where: { id } }] });
  expect(findLost(temporary.folder, log.all())).toEqual([]);
  const promised = [
    line('invitation.onboarded', { invitation_id: 'inv_x' }),
    { table: 'services', where: { id: 'x' } },
  ];
  log.add({ phase: 'add', call: 'POST /add', promised });
  const lost = findLost(temporary.folder, log.all());
  await temporary.close();
  expect(lost).toEqual([
    expect.stringMatching(/^add: POST \/add was acknowledged, and audit has no .*inv_x.*services has no .*x/),
  ]);
});

test('an empty place of the database has lost everything', () => {
  const promised = [line('invitation.created', { invitation_id: 'inv_x' })];
  expect(findLost(join(folder, 'nowhere'), [{ phase: 'customer', call: 'POST /x', promised }])).toHaveLength(1);
});

test('what happened twice is found, here and at Microsoft', async () => {
  const temporary = await openTemporaryStore();
  await temporary.store.transact(async (tx) => {
    await addSample(tx, 1);
    await tx.connections.add(sampleConnection(1));
    for (const _ of [1, 2])
      await tx.audit.append({ ...sampleAudit(), action: 'invitation.onboarded', invitationId: 'inv_1' });
  });
  const token = { sequence: 1, path: '/token' };
  const asked = [
    { ...token, grantType: 'authorization_code', error: 'AADSTS54005' },
    ...Array.from({ length: 4 }, () => ({ ...token, grantType: 'password' })),
  ];
  const [clean, found] = withDatabase(temporary.folder, (database) => [
    findDuplicates(database, []),
    findDuplicates(database, asked),
  ]);
  await temporary.close();
  expect(clean).toEqual(['lines that tell the same of one invitation']);
  expect(found).toEqual([
    'lines that tell the same of one invitation',
    '1 codes sent to Microsoft again',
    'a password sent to Microsoft without its line',
    '4 tries of a password at Microsoft',
  ]);
});

test('a mail that is owed and did not arrive is found, and one that came twice under one id is none', async () => {
  const temporary = await openTemporaryStore();
  await temporary.store.transact(async (tx) => {
    await addSample(tx, 1, {
      status: 'ready',
      link: { version: 1, keyId: 'k', hash: 'h', typedCodeHash: 't', copiedAt: null },
    });
    const invitation = (await tx.invitations.find(sampleInvitation(1).id))!;
    const actor = sampleAudit().actor;
    const at = new Date('2026-11-02T09:00:00.000Z');
    const wanted = { kind: 'invitation', to: 'megan@contoso.example', language: 'en', actor, requestId: null } as const;
    await queueMail(tx, invitation, { ...wanted, at });
  });
  const faults = (...ids: readonly string[]) =>
    withDatabase(temporary.folder, (database) => mailFaults(countMails(database, ids)));
  const lost = faults();
  const [mail] = await temporary.store.mailQueue.claim({ now: '2026-11-02T09:01:00.000Z', leasedUntil: '', limit: 1 });
  await temporary.store.mailQueue.done(mail!, { state: 'sent', at: '2026-11-02T09:01:00.000Z' });
  const [clean, foreign] = [faults('<a@x>', '<a@x>'), faults('<a@x>', '<b@x>')];
  await temporary.close();
  expect(lost).toEqual(['1 mails that nobody sent', '0 Message-IDs arrived for 1 mails owed']);
  expect([clean, foreign]).toEqual([[], ['2 Message-IDs arrived for 1 mails owed']]);
});

const toll = (change: Partial<Toll> = {}): Toll => ({
  kills: [{ phase: 'add', point: undefined }],
  lost: [],
  stuck: [],
  duplicates: [],
  mails: [],
  lines: 1,
  lineMs: 1,
  ...change,
});

test('the summary counts, and is clean only if somebody died and nothing came of it', () => {
  expect(summary([toll(), toll()])).toEqual({ lines: ['2 kills, 0 lost, 0 stuck, 0 duplicates'], isClean: true });
  expect(summary([toll({ kills: [] })]).isClean).toBe(false);
  expect(summary([toll(), toll({ lost: ['x'] })])).toEqual({
    lines: ['lost: x', '2 kills, 1 lost, 0 stuck, 0 duplicates'],
    isClean: false,
  });
  expect(summary([toll({ stuck: ['x'] })]).isClean).toBe(false);
  expect(summary([toll({ duplicates: ['x'] })]).isClean).toBe(false);
  const nowhere = 'the line "mailed" came past no point like ^renew · ';
  expect(summary([toll()], [nowhere])).toEqual({
    lines: [nowhere, '1 kills, 0 lost, 0 stuck, 0 duplicates'],
    isClean: false,
  });
  const mails = [{ owed: 2, unsent: 0, distinct: 2 }];
  expect(summary([toll({ mails }), toll({ mails })]).lines[0]).toBe('4 mails owed, 4 distinct Message-IDs');
  expect(histogram([toll(), toll({ kills: [{ phase: 'callback', point: 'p' }, ...toll().kills] })])).toEqual([
    'add        2 ██',
    'callback   1 █',
  ]);
});

test('a plan kills once at each point, and ends with a line that had no new one', () => {
  const plan = atEachPoint();
  const api = {} as Parameters<typeof plan.begin>[0];
  plan.begin(api);
  expect([plan.diesAt('add', 'p'), plan.diesAt('add', 'p'), plan.diesAt('link', 'p'), plan.isOver()]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  plan.begin(api);
  expect([plan.diesAt('add', 'p'), plan.isOver()]).toEqual([false, true]);
});

test('a plan kills a dozen times in a line at most, and goes on in the next', () => {
  const plan = atEachPoint();
  const points = Array.from({ length: 20 }, (_, n) => `point ${n}`);
  const deaths = () => {
    plan.begin({} as Parameters<typeof plan.begin>[0]);
    return points.filter((point) => plan.diesAt('work off', point)).length;
  };
  expect([deaths(), plan.isOver(), deaths(), plan.isOver(), deaths(), plan.isOver()]).toEqual([
    12,
    false,
    8,
    false,
    0,
    true,
  ]);
});

test('moments are the same for the same seed, and each within its time', () => {
  expect(randomWaits(30, 7, 500)).toEqual(randomWaits(30, 7, 500));
  expect(randomWaits(30, 7, 500)).not.toEqual(randomWaits(30, 8, 500));
  expect(randomWaits(30, 7, 500).every((wait) => wait >= 0 && wait < 500)).toBe(true);
});

test('what is left of a wait at the end of a line is waited in the next', () => {
  vi.useFakeTimers();
  let kills = 0;
  const kill = () => Promise.resolve(void (kills += 1));
  const plan = atMoments([500]);
  for (let line = 0; line < 3; line += 1) {
    const end = plan.begin({ kill } as unknown as Parameters<typeof plan.begin>[0]);
    vi.advanceTimersByTime(200);
    end();
  }
  vi.useRealTimers();
  expect([kills, plan.isOver()]).toEqual([1, true]);
});

test('moments come one after the other, go on in the next line, and are over when each has come', async () => {
  const plan = atMoments([0, 0, 0]);
  let kills = 0;
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      const end = plan.begin({
        kill: () => {
          kills += 1;
          if (kills === count) resolve(end());
          return Promise.resolve();
        },
      } as unknown as Parameters<typeof plan.begin>[0]);
    });
  await until(2);
  expect(plan.isOver()).toBe(false);
  await until(3);
  expect([plan.isOver(), kills]).toEqual([true, 3]);
});
