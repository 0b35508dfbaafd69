import { notGranted, type Asked } from '../directory/permissions.ts';
import type { Person, Registration } from '../directory/records.ts';
import { graphAppId, type AppRole, type PermissionScope } from '../directory/resources.ts';
import { mayConsentToDelegated, mayConsentToGraphRoles, seesTheBox } from '../directory/roles.ts';
import { note, type Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { refusal } from './errors.ts';
import { finishAuthorize } from './finish.ts';
import type { Reply } from './answer.ts';
import type { Flow } from './flow.ts';
import { askForApproval } from './request-approval.ts';
import { approvalPage, consentPage } from './pages/consent-page.ts';
import { show } from './pages/layout.ts';

/** "Need admin approval": the person may not grant what is asked. It stays on the page. */
function needApproval(world: World, c: Ask, name: string, flow: Flow, person: Person): Reply {
  const home = world.state.directory.tenantNamed(person.tenantId);
  if (home?.takesConsentRequests === true) return askForApproval(world, c, name, flow, person);
  const tenant = home?.displayName ?? '';
  const { client } = flow.request;
  const refused = refusal(90094, { tenant, name: client.displayName });
  note(c, { error: `AADSTS${refused.code}` });
  return show(c, approvalPage(name, person.username, client, refused.message), 400);
}

/** Whether the person may grant these: administrators everything delegated, others what needs no administrator. */
function mayGrant(world: World, person: Person, asked: readonly Asked[]): boolean {
  if (mayConsentToDelegated(person.roles)) return true;
  const tenant = world.state.directory.tenantNamed(person.tenantId);
  return tenant?.usersMayConsent === true && asked.every(({ permission }) => permission.type === 'User');
}

/** Shows the consent page of /authorize if there is anything to consent to, and answers if there is not. */
export function decideConsent(world: World, c: Ask, name: string, flow: Flow, person: Person): Reply {
  const { request } = flow;
  const all = request.scopes.asked;
  const missing = notGranted(world.state.directory, request.client, person, all);
  const asked = request.prompt === 'consent' ? all : missing;
  if (asked.length === 0 || request.client.firstParty) return finishAuthorize(world, c, name, flow, person);
  if (!mayGrant(world, person, asked)) return needApproval(world, c, name, flow, person);
  const box = seesTheBox(person.roles);
  flow.offer = { asked, box };
  const permissions = asked.map(({ permission }) => permission);
  const { client } = request;
  return show(
    c,
    consentPage({ flow: name, username: person.username, client, permissions, box, forOrganization: false }),
  );
}

const rolesAskedBy = (world: World, { requires }: Registration): readonly { appId: string; role: AppRole }[] =>
  requires.flatMap(({ resourceAppId: appId, roles }) =>
    (world.state.directory.resource(appId)?.appRoles ?? [])
      .filter(({ value }) => roles.includes(value))
      .map((role) => ({ appId, role })),
  );

/** Everything that the registration asks for without being asked. */
const staticList = (world: World, { requires }: Registration): readonly Asked[] =>
  requires.flatMap(({ resourceAppId, scopes }) => {
    const resource = world.state.directory.resource(resourceAppId);
    const offered = resource?.scopes.filter(({ value }) => scopes.includes(value)) ?? [];
    return resource ? offered.map((permission) => ({ resource, permission, prefix: '' })) : [];
  });

/** Shows the page of /adminconsent. It has no box: accepting is for everybody. */
export function decideAdminConsent(world: World, c: Ask, name: string, flow: Flow, person: Person): Reply {
  const { client, scopes } = flow.request;
  const everything = scopes.everything !== undefined;
  const asked = everything ? staticList(world, client) : scopes.asked;
  const roles = everything ? rolesAskedBy(world, client) : [];
  const needsMore = roles.some(({ appId }) => appId === graphAppId);
  const may = needsMore ? mayConsentToGraphRoles(person.roles) : mayConsentToDelegated(person.roles);
  if (!may) return needApproval(world, c, name, flow, person);
  flow.offer = { asked, box: false };
  const permissions: readonly (PermissionScope | AppRole)[] = [
    ...asked.map(({ permission }) => permission),
    ...roles.map(({ role }) => role),
  ];
  return show(
    c,
    consentPage({ flow: name, username: person.username, client, permissions, box: false, forOrganization: true }),
  );
}
