import { openAdminBrowser } from '../src/testing/admin-browser.ts';
import { line } from './acknowledged.ts';
import { NoAnswer, Stuck } from './client.ts';
import { open, showLink } from './consent.ts';
import { areSent, owe, untilMails } from './mails.ts';
import { untilDone } from './until-done.ts';
import { invitationOf, type Walk } from './walker.ts';

/**
 * An invitation that nobody answers: its mail is not taken at once, its customer is reminded by itself, it runs out, and who opens the
 * link then asks for a new one and gets it.
 */
export async function letRunOut(here: Walk, id: string): Promise<void> {
  const { client } = here;
  await mailUntilTaken(here, id);
  await client.step('remind by itself', () => untilMails(here, id, areSent(2), [daysGoBy, mailIsOld]));
  const link = await showLink(here, id);
  await runOut(here, id);
  await askForNewOne(here, id, link);
  await owe(here, id, { phase: 'renew what ran out', path: 'renew', body: {}, action: 'invitation.renewed' });
  await client.step('mailed', () => untilMails(here, id, areSent(3)));
}

/** The mail server wants none of it for a while: that is told once, and then the tries are counted. */
async function mailUntilTaken(here: Walk, id: string): Promise<void> {
  const { client, practice } = here;
  const refusals = ['refused', 'refused again'];
  await practice.refuseMails(refusals.length);
  await owe(here, id, { phase: 'mail', path: 'mails', body: {}, action: 'invitation.mail_queued' });
  for (const [before, phase] of refusals.entries())
    // Whoever died after a refusal has not counted it.
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.step(phase, () =>
      untilMails(here, id, (mails) => mails.some(({ tries }) => tries > before) || areSent(1)(mails)),
    );
  await client.step('mailed', () => untilMails(here, id, areSent(1)));
}

const from = (distance: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '${distance}')`;
/** Each changes nothing where it has been so already. */
const daysGoBy = `update invitations set expires_at = ${from('+2 days')} where expires_at > ${from('+3 days')}`;
const mailIsOld = `update invitation_mails set done_at = ${from('-25 hours')}
  where once_key is null and done_at > ${from('-24 hours')}`;
const timeIsOver = "update invitations set expires_at = ?1 where expires_at > ?1 and status = 'email_sent'";

async function runOut(here: Walk, id: string): Promise<void> {
  const { client } = here;
  await client.step('run out', async () => {
    await untilDone(here, {
      updates: [timeIsOver],
      isDone: async () => (await invitationOf(here, id)).status === 'expired',
      otherwise: 'the invitation did not expire',
    });
    client.acknowledge('GET /v1/invitations/…', [line('invitation.expired', { invitation_id: id })]);
  });
}

/** On the page of the link that is over; the operator sees it, and when it was. */
async function askForNewOne(here: Walk, id: string, link: string): Promise<void> {
  const { client, practice } = here;
  const browser = openAdminBrowser(client.reach, practice.browse());
  await open(here, browser, id, link);
  await client.step('ask', async () => {
    const answer = await browser.post('/i/ask-for-new-one');
    const page = await (await browser.get(answer.headers.get('location') ?? '/i/result')).text();
    if (page.includes('action="/i/ask-for-new-one')) throw new NoAnswer('the button is still there');
    client.acknowledge('POST /i/ask-for-new-one', [line('invitation.new_one_asked', { invitation_id: id })]);
  });
  await client.step('asked', async () => {
    const { askedAt } = await invitationOf(here, id);
    if (askedAt === null) throw new Stuck('the operator does not see that a new one was asked for');
    client.acknowledge('GET /v1/invitations/…', [
      { table: 'invitations', where: { id, new_one_asked_at: askedAt } },
      line('invitation.new_one_asked', { invitation_id: id, at: askedAt }),
    ]);
  });
}
