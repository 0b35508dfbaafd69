import { note, type Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { turnAway, type Reply } from './answer.ts';
import { decideAdminConsent, decideConsent } from './decide-consent.ts';
import { refusal } from './errors.ts';
import { needsMfa, tenantOf, type Flow } from './flow.ts';
import { accountPage } from './pages/account-page.ts';
import { mfaPage, passwordPage } from './pages/password-page.ts';
import { show } from './pages/layout.ts';
import { rememberSignIn } from './sessions.ts';

/** Shows the next page of a flow, or its answer when nothing is left to ask. */
export function advance(world: World, c: Ask, name: string, flow: Flow): Reply {
  const { request, person } = flow;
  note(c, { clientId: request.client.clientId });
  if (!person) return show(c, accountPage(name, request.loginHint));
  note(c, { account: person.username });
  if (!flow.passwordProved) return show(c, passwordPage(name, person.username));
  if (needsMfa(flow, person) && !flow.mfaProved) return show(c, mfaPage(name, person.username, flow.mfaNumber));
  if (!flow.remembered) {
    rememberSignIn(world, c, person, flow.mfaProved);
    flow.remembered = true;
  }
  const tenant = tenantOf(world, flow);
  if (tenant) note(c, { tenantId: tenant.id });
  if (tenant?.id !== person.tenantId) {
    const { username: account, tenantId: home } = person;
    const filling = { account, home, tenant: tenant?.displayName ?? '', client: request.client.clientId };
    return turnAway(world, c, refusal(50020, filling), request.kind, request);
  }
  const decide = request.kind === 'authorize' ? decideConsent : decideAdminConsent;
  return decide(world, c, name, flow, person);
}
