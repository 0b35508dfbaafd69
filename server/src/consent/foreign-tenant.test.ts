import { decodeJwt } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { tamperingFetch } from '../testing/tampering.ts';

let line: Line;
afterEach(() => line.stop());

const own = '7c1a2b3c-0000-4000-8000-00000000bad1';
/** While it is on, whoever signs in does so in a tenant of their own, with everything that Microsoft signs about it. */
let attacking = false;
const network = tamperingFetch((claims) =>
  attacking
    ? {
        ...claims,
        tid: own,
        iss: `https://login.microsoftonline.com/${own}/v2.0`,
        preferred_username: 'mallory@evil.example',
      }
    : claims,
);

/** The rows that say whom a customer is pinned to and what its connection stands on. */
const pinned = () => {
  const { customers, connections } = pictureOf(line);
  return { customers, connections };
};

test('T05, T10: who consents for a tenant of their own on another’s invitation changes no row of it, is on record, and does not shut the customer out', async () => {
  line = await startLine({ fetch: network });
  const first = await invite(line);
  await answer(line, line.browse(), first.link, 'approves');
  await line.call('POST', `/v1/invitations/${first.id}/add`);
  const { id, link } = await invite(line);
  const before = pinned();

  attacking = true;
  const { html } = await answer(line, line.browse(), link, 'approves');
  attacking = false;
  expect(html).not.toContain('Done, and proved');
  expect(html).toContain('That was another organisation');
  expect(pinned()).toEqual(before);
  expect(JSON.stringify(pinned())).not.toContain(own);
  const view = await look(line, id);
  expect(view).toMatchObject({
    status: 'wrong_tenant',
    customer: { tenantId: line.practice.situation.customer.tenantId },
  });
  const trail = await line.store.read.audit.ofInvitation(id);
  expect(trail.at(-1)).toMatchObject({ action: 'consent.wrong_tenant', details: { signedInTo: { tenantId: own } } });

  expect((await answer(line, line.browse(), link, 'approves')).html).toContain('Done, and proved');
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
});

test('the attack above is a real one: what it signs holds, and says the other tenant', async () => {
  const seen: string[] = [];
  line = await startLine({
    fetch: async (input, init) => {
      const given = await network(input, init);
      const { id_token: token } = (await given
        .clone()
        .json()
        .catch(() => ({}))) as { id_token?: string };
      if (token !== undefined) seen.push(String(decodeJwt(token)['tid']));
      return given;
    },
  });
  attacking = true;
  const { link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  attacking = false;
  expect(seen).toEqual([own]);
});
