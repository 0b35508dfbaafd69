import { type Cloud } from '@latchkey/shared/clouds/cloud';
import type * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import type { SignsIn } from '../consent/sign-in.ts';
import { Application, applicationFields, OfferedPermissions } from '../registrations/application.ts';
import { allUnread, type Reading, type ReadsRegistrations } from '../registrations/read-registrations.ts';
import type { CloudFetch } from './cloud-fetch.ts';
import { openGraph, type GraphAnswer } from './graph-client.ts';
import { answerTo, seen } from './graph-observation.ts';

export interface RegistrationReaderSettings {
  readonly cloud: Cloud;
  readonly fetch: CloudFetch;
  readonly signIn: Pick<SignsIn, 'asApplication'>;
  readonly now: Clock;
}

/**
 * Reads the provider's registrations with a token of the consent app for the provider's own tenant. That takes the application
 * permission `Application.Read.All` in that tenant (docs/setup.md): Microsoft lets no application read its own registration without.
 */
export function createRegistrationReader({
  cloud,
  fetch,
  signIn,
  now,
}: RegistrationReaderSettings): ReadsRegistrations {
  return {
    async read({ tenantId, clientIds, resourceAppIds: wanted }) {
      // Three of the twenty that a batch holds are the registrations themselves; what is beyond stays unread.
      const resourceAppIds = wanted.slice(0, 17);
      const { observation, tokens } = await signIn.asApplication({ tenantId });
      if (observation.state === 'unreachable') return allUnread('unreachable');
      if (observation.state === 'refused') return allUnread('no_token', observation.aadsts);
      if (tokens === undefined) return allUnread('no_token');
      const graph = openGraph({ cloud, fetch, now }, tokens.access);
      const select = `$select=${applicationFields.join(',')}`;
      const path = (appId: string) => `/applications(appId='${appId}')?${select}`;
      const answers = await graph.batch({
        api: path(clientIds.api),
        extension: path(clientIds.extension),
        consent: path(clientIds.consent),
        ...Object.fromEntries(
          resourceAppIds.map((appId) => [
            appId,
            `/servicePrincipals(appId='${appId}')?$select=appId,appRoles,oauth2PermissionScopes`,
          ]),
        ),
      });
      const application = (name: 'api' | 'extension' | 'consent') =>
        reading(answerTo(answers, name), Application, clientIds[name]);
      return {
        applications: {
          api: application('api'),
          extension: application('extension'),
          consent: application('consent'),
        },
        resources: new Map(
          resourceAppIds.map((appId) => [appId, reading(answerTo(answers, appId), OfferedPermissions, appId)]),
        ),
        refusedBy: null,
      };
    },
  };
}

/** One answer. Another application than the one that was asked for is nobody's proof. */
function reading<Shape extends z.ZodMiniType<{ readonly appId: string }>>(
  answer: GraphAnswer,
  shape: Shape,
  appId: string,
): Reading<z.infer<Shape>> {
  const found = seen(answer, shape);
  if (found.state === 'unreachable') return { state: 'unread', reason: 'unreachable' };
  if (found.state === 'read')
    return found.value.appId.toLowerCase() === appId.toLowerCase()
      ? { state: 'read', value: found.value }
      : { state: 'unread', reason: 'malformed' };
  if (found.status === 404) return { state: 'unread', reason: 'not_found' };
  const isRefused = found.status === 401 || found.status === 403;
  return { state: 'unread', reason: isRefused ? 'no_permission' : 'malformed' };
}
