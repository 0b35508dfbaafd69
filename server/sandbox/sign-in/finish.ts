import type { Person } from '../directory/records.ts';
import { recordConsent, recordStaticConsent } from '../directory/consent.ts';
import { openIdScopes } from '../directory/resources.ts';
import type { LoggedPermission } from '../log/request-log.ts';
import { note, type Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { sendBack, sessionState } from './answer.ts';
import type { Flow } from './flow.ts';
import { clientInfo } from './tokens.ts';

/** Whether the lie makes this application's success an empty one. */
const isEmptyPromise = ({ state }: World, { request }: Flow): boolean =>
  state.faults.lie === 'redirect-only' && request.client.clientId === state.registrations.consent.clientId;

/** Answers /authorize with a code. */
export function finishAuthorize(world: World, c: Ask, name: string, flow: Flow, person: Person) {
  const { request } = flow;
  const { codes, flows } = world.state;
  flows.delete(name);
  const code = codes.put({
    client: request.client,
    person,
    tenantId: person.tenantId,
    redirect: request.redirect,
    scopes: request.scopes,
    scopeText: request.scopeText,
    challenge: request.challenge,
    nonce: request.nonce,
    mfa: flow.mfaProved,
    issuedAt: world.clock.now(),
    worthless: isEmptyPromise(world, flow),
    redeemed: false,
  });
  return sendBack(c, request, {
    code,
    client_info: request.wantsClientInfo ? clientInfo(person) : undefined,
    session_state: sessionState(),
  });
}

/** What the flow's offer would grant, as the log writes it. */
function grantedBy(flow: Flow, everybody: boolean): readonly LoggedPermission[] {
  const consentType = everybody ? 'AllPrincipals' : 'Principal';
  return (flow.offer?.asked ?? []).map(({ resource, permission }) => ({
    resourceAppId: resource.appId,
    value: permission.value,
    consentType,
  }));
}

/** Enters what was accepted on the page of /authorize. */
export function acceptConsent(world: World, c: Ask, flow: Flow, person: Person, everybody: boolean): void {
  if (isEmptyPromise(world, flow)) return;
  const asked = flow.offer?.asked ?? [];
  const whom = everybody ? ({ everybody } as const) : ({ everybody, personId: person.id } as const);
  recordConsent(world.state.directory, person.tenantId, flow.request.client, asked, whom);
  note(c, { upstreamPermissions: grantedBy(flow, everybody) });
}

/** Enters what was accepted on the page of /adminconsent, and answers it: no code, no token, no signature. */
export function finishAdminConsent(world: World, c: Ask, name: string, flow: Flow, person: Person) {
  const { request, offer } = flow;
  const { directory, flows, consentRequests } = world.state;
  const asked = offer?.asked ?? [];
  flows.delete(name);
  if (!isEmptyPromise(world, flow)) {
    if (request.scopes.everything !== undefined) recordStaticConsent(directory, person.tenantId, request.client);
    else recordConsent(directory, person.tenantId, request.client, asked, { everybody: true });
    consentRequests.approveAll(person.tenantId, request.client.clientId);
    note(c, { upstreamPermissions: grantedBy(flow, true) });
  }
  const scope = asked.map(({ resource, permission: { value } }) =>
    (openIdScopes as readonly string[]).includes(value) ? value : `${resource.identifierUris[0]}/${value}`,
  );
  return sendBack(c, request, { admin_consent: 'True', tenant: person.tenantId, scope: scope.join(' ') });
}
