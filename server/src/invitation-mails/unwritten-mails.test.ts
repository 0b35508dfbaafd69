import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import { mailStage } from '../testing/mail-stage.ts';
import { invite, look } from '../testing/steps.ts';

const stage = mailStage();
const { work, mails, send, newest, actionsOf } = stage;

/** Writes the words of the invitation, or takes them back, past the check that would refuse such. */
let version = 0;
const say = (own: { readonly subject: string; readonly body: string } | null) =>
  stage.line.store.transact(async (tx) => {
    version += 1;
    await tx.audit.append(sampleAudit({ action: 'mail_template.saved' }));
    const changed = { changedAt: '2026-11-02T09:00:00.000Z', changedBy: 'Ada Berg' };
    await tx.mailTemplates.add({ kind: 'invitation', language: 'en', version, own, ...changed });
  });
const unreadable = { subject: 'A section that never ends: {{#Reference}}', body: '' };

test('tries at a mail server that was away are none at writing: one mistake there does not end the mail', async () => {
  const { id } = await invite(stage.line);
  await stage.line.fault({ mail: { at: 'receiver', status: 450, times: 2 } });
  await send(id);
  await work();
  stage.line.moveClock(60_500);
  await work();
  await say(unreadable);
  stage.line.moveClock(60_000);
  await expect(work()).rejects.toThrow(/Unclosed section/);
  expect(await newest(id)).toMatchObject({ state: 'waiting', tries: 3, lastFailure: { fault: 'not_written' } });
  await say(null);
  stage.line.moveClock(60_000);
  await work();
  expect(await newest(id)).toMatchObject({ state: 'sent' });
  expect(await mails()).toHaveLength(1);
  stage.line.resetClock();
});

test('a mail that could not be written is counted, named and given up, and can be sent again', async () => {
  const { id } = await invite(stage.line);
  await say(unreadable);
  await send(id);
  for (const minute of [0, 1, 2]) {
    stage.line.resetClock();
    stage.line.moveClock(minute * 60_000 + 500);
    // oxlint-disable-next-line no-await-in-loop -- minute after minute
    await expect(work()).rejects.toThrow(/Unclosed section/);
    // oxlint-disable-next-line no-await-in-loop
    const { state, tries, lastFailure } = (await newest(id))!;
    expect([state, tries, lastFailure?.fault]).toEqual([
      minute === 2 ? 'failed' : 'waiting',
      minute + 1,
      'not_written',
    ]);
  }
  expect((await look(stage.line, id)).status).toBe('email_failed');
  stage.line.moveClock(3_600_000);
  await work();
  expect(await mails()).toEqual([]);
  expect((await actionsOf(id)).filter((action) => action === 'invitation.mail_failed')).toHaveLength(2);
  stage.line.resetClock();
  await say(null);
  await send(id);
  await work();
  expect((await look(stage.line, id)).status).toBe('email_sent');
});
