import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import { personalAccountsTenantId } from '@latchkey/shared/customers/tenant-reference';
import { err, ok } from '@latchkey/shared/result';
import * as z from 'zod/mini';
import type { FindsTenants } from '../tenants/tenant-directory.ts';
import { askLogin } from './ask-login.ts';
import type { CloudFetch } from './cloud-fetch.ts';

const Configuration = z.object({ issuer: z.string() });
const issuerShape = /^(https?:\/\/[^/]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/i;

/** Finds tenants by the OpenID configuration of a domain or an id, which Microsoft shows without a credential. */
export function createTenantDirectory({ cloud, fetch }: { cloud: Cloud; fetch: CloudFetch }): FindsTenants {
  const login = originOf(cloud.login, 'browser');
  return {
    async find(reference) {
      if (reference.kind === 'id' && reference.id === personalAccountsTenantId) return err('tenant_personal');
      const name = reference.kind === 'id' ? reference.id : reference.domain;
      const answer = await askLogin(
        fetch,
        `${login}/${encodeURIComponent(name)}/v2.0/.well-known/openid-configuration`,
      );
      if (answer === undefined) return err('microsoft_unreachable');
      if (answer.status === 429) return err('microsoft_throttled');
      if (answer.status >= 500) return err('microsoft_unreachable');
      if (answer.status !== 200) return err('tenant_not_found');
      const tenantId = tenantOf(await answer.json().catch(() => undefined), login);
      if (tenantId === undefined) return err('tenant_not_found');
      if (reference.kind === 'id' && tenantId !== reference.id.toLowerCase()) return err('tenant_not_found');
      if (tenantId === personalAccountsTenantId) return err('tenant_personal');
      const requestId = answer.headers.get('x-ms-request-id');
      return ok({ tenantId, upstream: [{ what: 'openid-configuration', requestId, status: 200 }] });
    },
  };
}

/** A tenant of another cloud answers with that cloud's issuer: it cannot be served with this cloud's registrations. */
function tenantOf(body: unknown, login: string): string | undefined {
  const parsed = Configuration.safeParse(body);
  const [, origin, tenantId] = issuerShape.exec(parsed.success ? parsed.data.issuer : '') ?? [];
  return origin === login ? tenantId?.toLowerCase() : undefined;
}
