import { Hono } from 'hono';
import { note, type Ask, type Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { words } from '../words.ts';
import { advance } from './advance.ts';
import { turnAway, type Reply } from './answer.ts';
import { refusal } from './errors.ts';
import { acceptConsent, finishAdminConsent, finishAuthorize } from './finish.ts';
import { needsMfa, openFlow, type Flow } from './flow.ts';
import { accountPage } from './pages/account-page.ts';
import { show } from './pages/layout.ts';
import { passwordPage } from './pages/password-page.ts';
import { checkPassword } from './passwords.ts';
import { requestApproval } from './request-approval.ts';
import { signedInHere } from './sessions.ts';

type Form = Readonly<Record<string, unknown>>;
type Step = (world: World, c: Ask, name: string, flow: Flow, form: Form) => Reply;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Forgets who was signing in with this flow: somebody else will. */
function startOver(flow: Flow): void {
  delete flow.person;
  delete flow.offer;
  delete flow.mayRequest;
  flow.passwordProved = false;
  flow.mfaProved = false;
  flow.remembered = false;
}

const account: Step = (world, c, name, flow, form) => {
  const { directory } = world.state;
  startOver(flow);
  if (form['another'] !== undefined) return show(c, accountPage(name));
  const picked = signedInHere(world, c).find(({ personId }) => personId === form['person']);
  const person = picked ? directory.person(picked.personId) : directory.personNamed(text(form['username']).trim());
  if (!person) return show(c, accountPage(name, text(form['username']), words.account.unknown));
  flow.person = person;
  if (picked) Object.assign(flow, { passwordProved: true, mfaProved: picked.mfa, remembered: true });
  return advance(world, c, name, flow);
};

const password: Step = (world, c, name, flow, form) => {
  const { person } = flow;
  if (!person) return advance(world, c, name, flow);
  const checked = checkPassword(world, person, text(form['password']));
  note(c, { account: person.username, clientId: flow.request.client.clientId });
  if (checked === 'locked') return turnAway(world, c, refusal(50053), flow.request.kind, undefined);
  if (checked === 'wrong') {
    note(c, { error: 'AADSTS50126' });
    return show(c, passwordPage(name, person.username, words.password.wrong));
  }
  flow.passwordProved = true;
  return advance(world, c, name, flow);
};

/** "I can't use my app right now", and nothing else to use: it ends on Microsoft's page. */
const deny: Step = (world, c, _name, flow) => turnAway(world, c, refusal(500121), flow.request.kind, undefined);

const askReviewer: Step = (world, c, name, flow, form) =>
  requestApproval(world, c, name, flow, text(form['justification'])) ?? advance(world, c, name, flow);

const approve: Step = (world, c, name, flow) => {
  if (flow.person && flow.passwordProved) flow.mfaProved = true;
  return advance(world, c, name, flow);
};

const consent: Step = (world, c, name, flow, form) => {
  const { person, request, offer } = flow;
  const signedIn = person && flow.passwordProved && (flow.mfaProved || !needsMfa(flow, person));
  if (!signedIn) return advance(world, c, name, flow);
  const { username, tenantId } = person;
  note(c, { account: username, tenantId, clientId: request.client.clientId });
  if (form['answer'] !== 'accept') {
    world.state.flows.delete(name);
    return turnAway(world, c, refusal(65004), request.kind, request, {
      ...(request.kind === 'authorize' && { error_subcode: 'cancel' }),
    });
  }
  if (!offer) return advance(world, c, name, flow);
  if (request.kind === 'admin consent') return finishAdminConsent(world, c, name, flow, person);
  acceptConsent(world, c, flow, person, offer.box && form['box'] === 'yes');
  return finishAuthorize(world, c, name, flow, person);
};

const steps: Readonly<Record<string, Step>> = {
  account,
  password,
  approve,
  deny,
  consent,
  'request-approval': askReviewer,
};

/** The addresses that the sign-in pages post to. Each page belongs to one flow and can do nothing without it. */
export function stepRoutes(world: World) {
  return new Hono<Env>().post('/common/sign-in/:step', async (c) => {
    const handle = steps[c.req.param('step')];
    if (!handle) return c.notFound();
    const form = await c.req.parseBody();
    const name = text(form['flow']);
    const flow = openFlow(world, name);
    if (!flow) return turnAway(world, c, refusal(50089), 'authorize', undefined);
    return handle(world, c, name, flow, form);
  });
}
