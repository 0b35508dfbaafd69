import { en } from '@latchkey/shared/words/en';
import { administratorOf } from '../../../stage/situation.ts';
import type { WalkedMethod } from '../../../options.ts';
import { NotProved, upstreamOf, type Proof } from '../../proof.ts';
import type { Scene } from '../../scene.ts';

/** Select “Use M365admin account with known password”, with the customer's agreement. Name and password stand on the same page. */
export const selectThePasswordMethod =
  (method: WalkedMethod) =>
  async (scene: Scene): Promise<Proof> => {
    const { console, audit, situation, photograph } = scene;
    const before = audit.newest();
    const { title } = en.methods[method];
    const { username, password } = administratorOf(situation);
    await console.chooseMethod(title);
    await console.typePassword(username, password);
    await console.typeAgreement({ name: 'Megan Bowen', date: '2026-11-02', how: 'By signed mail' });
    await photograph('step-2-select-the-method');
    await console.next();
    const row = await audit.wait('invitation.method_chosen', before);
    if (row === undefined) throw new NotProved(2, 'no method was recorded');
    if (audit.find('customer.acknowledged', before) === undefined)
      throw new NotProved(2, 'the customer’s agreement is not on record');
    return {
      step: 2,
      what: `Select “${title}”`,
      proved: 'method and agreement recorded, preflight found the pinned tenant unchanged',
      audit: row.seq,
      action: row.action,
      upstream: upstreamOf(2, row),
      tenantId: situation.customer.tenantId,
    };
  };

/** Name and password went in and do not come out: sealed on the server, masked on the page, and not sent to Microsoft. */
export async function nameAndPassword({ console, audit, situation, page, photograph }: Scene): Promise<Proof> {
  const row = await audit.wait('password.sealed', 0);
  if (row === undefined) throw new NotProved(3, 'no password was sealed');
  const { username, password } = administratorOf(situation);
  await console.maskedPassword().waitFor();
  await photograph('step-3-name-and-password');
  if ((await page.content()).includes(password)) throw new NotProved(3, 'the password stands on the page');
  return {
    step: 3,
    what: `Name and password of ${username} typed in the console`,
    proved: 'sealed, masked on the page, never sent to Microsoft',
    audit: row.seq,
    action: row.action,
    upstream: 'none',
    tenantId: situation.customer.tenantId,
  };
}
