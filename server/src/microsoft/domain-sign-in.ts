import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import { err, ok } from '@latchkey/shared/result';
import * as z from 'zod/mini';
import type { ReadsDomainSignIn } from '../tenants/domain-sign-in.ts';
import { askLogin } from './ask-login.ts';
import type { CloudFetch } from './cloud-fetch.ts';

const Realm = z.object({ account_type: z.string(), domain_name: z.optional(z.string()) });

/**
 * Who checks the passwords of a domain, by the address that Microsoft's own sign-in libraries ask before they send a password. It
 * is asked for a name that is nobody's: the answer is about the domain.
 * https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/wiki/Username-Password-Authentication
 */
export function createDomainSignInReader({ cloud, fetch }: { cloud: Cloud; fetch: CloudFetch }): ReadsDomainSignIn {
  const login = originOf(cloud.login, 'browser');
  return {
    async read(domain) {
      const name = encodeURIComponent(`nobody@${domain}`);
      const answer = await askLogin(fetch, `${login}/common/UserRealm/${name}?api-version=1.0`);
      if (answer === undefined || answer.status >= 500) return err('microsoft_unreachable');
      if (answer.status === 429) return err('microsoft_throttled');
      const realm = Realm.safeParse(answer.ok ? await answer.json().catch(() => undefined) : undefined);
      // What is said of another domain says nothing of this one.
      if (!realm.success || realm.data.domain_name?.toLowerCase() !== domain.toLowerCase()) return ok('unknown');
      const type = realm.data.account_type.toLowerCase();
      return ok(type === 'managed' || type === 'federated' ? type : 'unknown');
    },
  };
}
