import type { Person } from '../directory/records.ts';
import { note, type Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import type { Reply } from './answer.ts';
import { refusal } from './errors.ts';
import type { Flow } from './flow.ts';
import { approvalRequiredPage, requestSentPage } from './pages/approval-pages.ts';
import { show } from './pages/layout.ts';

/** The page on which somebody who may not consent asks those who may. */
export function askForApproval(world: World, c: Ask, name: string, flow: Flow, person: Person): Reply {
  const { client } = flow.request;
  const refused = refusal(90095, { tenant: tenantName(world, person), name: client.displayName });
  note(c, { error: `AADSTS${refused.code}` });
  flow.mayRequest = true;
  return show(c, approvalRequiredPage(name, person.username, client, refused.message), 400);
}

/** Sends the request to the tenant's queue. It ends on this page. */
export function requestApproval(
  world: World,
  c: Ask,
  name: string,
  flow: Flow,
  justification: string,
): Reply | undefined {
  const { person, request, mayRequest } = flow;
  if (!person || mayRequest !== true || justification.trim() === '') return undefined;
  const { consentRequests, flows } = world.state;
  const { tenantId, id: personId, username } = person;
  const { clientId } = request.client;
  consentRequests.ask({ tenantId, clientId, personId, justification, askedAt: world.clock.now() });
  note(c, { account: username, tenantId, clientId });
  flows.delete(name);
  return show(c, requestSentPage(username, request.client));
}

const tenantName = (world: World, { tenantId }: Person): string =>
  world.state.directory.tenantNamed(tenantId)?.displayName ?? '';
