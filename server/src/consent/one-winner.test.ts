import { afterEach, describe, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { invite, look } from '../testing/steps.ts';
import { allOr } from '../testing/thorough.ts';

let line: Line;
afterEach(() => line.stop());

const count = (statuses: readonly number[], status: number): number => statuses.filter((one) => one === status).length;

type Row = Readonly<Record<string, unknown>>;

/** `npm test -- --thorough` goes as far as fifty. */
const rounds = allOr(50, 1);

describe('T03: of many at once', () => {
  test('200 callbacks with one answer are one consent, and one sealed token', async () => {
    line = await startLine();
    const { id, link } = await invite(line);
    const browser = line.browse();
    await browser.open(link);
    const back = (await browser.atMicrosoft(await browser.start(), line.practice.admin, 'approves')).left!;
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => browser.get(back.pathname + back.search).then(({ status }) => status)),
    );
    expect([count(answers, 303), count(answers, 400)]).toEqual([1, 199]);
    expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
    const actions = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'invitation.consented')).toHaveLength(1);
    expect(actions.filter((action) => action === 'consent.answered')).toHaveLength(1);
    expect(pictureOf(line)['connections']).toHaveLength(1);
    const redeemed = (await line.requests()).filter(({ grantType }) => grantType === 'authorization_code');
    // One for the operator's own sign-in, one for this consent.
    expect(redeemed).toHaveLength(2);
  });

  test('200 Starts and callbacks leave at most one consent, and never a token beside it', async () => {
    line = await startLine();
    const { id, link } = await invite(line);
    const browser = line.browse();
    await browser.open(link);
    const back = (await browser.atMicrosoft(await browser.start(), line.practice.admin, 'approves')).left!;
    await Promise.all(
      Array.from({ length: 100 }, () => [browser.get(back.pathname + back.search), browser.post('/i/start')]).flat(),
    );
    const actions = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
    const consents = actions.filter((action) => action === 'invitation.consented').length;
    expect(consents).toBeLessThanOrEqual(1);
    expect(pictureOf(line)['connections']).toHaveLength(consents);
    expect(['opened', 'authentication_complete']).toContain((await look(line, id)).status);
  });

  test('200 Starts and callbacks, round after round: one consent and one sealed token, and all other starts superseded', async () => {
    line = await startLine();
    const { admin } = line.practice;
    // Each round is an invitation of its own.
    for (let round = 0; round < rounds; round += 1) {
      const { id, link } = await invite(line);
      const browsers = Array.from({ length: 4 }, () => line.browse());
      for (const browser of browsers) await browser.open(link);
      await Promise.all(Array.from({ length: 200 }, (_, at) => browsers[at % 4]!.post('/i/start')));
      // Of all these starts the newest counts; what the others bring back is taken by nobody.
      const backs: URL[] = [];
      for (const browser of browsers)
        backs.push((await browser.atMicrosoft(await browser.start(), admin, 'approves')).left!);
      const before = (await line.requests()).length;
      await Promise.all(
        Array.from({ length: 200 }, (_, at) => browsers[at % 4]!.get(backs[at % 4]!.pathname + backs[at % 4]!.search)),
      );
      const lines = await line.store.read.audit.ofInvitation(id);
      expect(lines.filter(({ action }) => action === 'invitation.consented')).toHaveLength(1);
      expect(lines.filter(({ action }) => action === 'consent.answered')).toHaveLength(1);
      expect(pictureOf(line)['connections']).toHaveLength(1);
      const starts = ((pictureOf(line)['starts'] ?? []) as Row[]).filter((start) => start['invitation_id'] === id);
      expect(starts.filter(({ superseded_at: at, used_at: used }) => at === null && used === null)).toEqual([]);
      expect(starts.filter(({ used_at: used }) => used !== null)).toHaveLength(1);
      const redeemed = (await line.requests()).slice(before).filter(({ grantType }) => grantType !== undefined);
      expect(redeemed.filter(({ grantType }) => grantType === 'authorization_code')).toHaveLength(1);
      expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
      await line.call('POST', `/v1/invitations/${id}/cancel`);
    }
  }, 900_000);

  test('an answer that was being judged when the invitation was cancelled is stored nowhere', async () => {
    let cancel = (): Promise<unknown> => Promise.resolve();
    const atGraph: typeof globalThis.fetch = async (input, init) => {
      if (String(input).includes('$batch')) await cancel();
      return fetch(input, init);
    };
    line = await startLine({ fetch: atGraph });
    const { id, link } = await invite(line);
    const browser = line.browse();
    await browser.open(link);
    const back = (await browser.atMicrosoft(await browser.start(), line.practice.admin, 'approves')).left!;
    cancel = () => line.call('POST', `/v1/invitations/${id}/cancel`);
    const { page, html } = await browser.comeBack(back);
    expect(page.status).toBe(410);
    expect(html).toContain('This invitation was cancelled');
    expect(pictureOf(line)['connections']).toEqual([]);
    expect(await look(line, id)).toMatchObject({ status: 'cancelled', connection: null });
  });
});
