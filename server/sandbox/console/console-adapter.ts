import type { ConsoleFile } from '@latchkey/shared/provider-console/console-file';
import type { z } from 'zod/mini';
import type { World } from '../world/world.ts';
import { consoleHost } from './console-host.ts';
import { shortNameOf } from './console-record.ts';
import { links } from './page/route.ts';

/** What a provider writes down about its console: where it is, and how its addresses name a customer. See docs/provider-console.md. */
export function consoleAdapter({ plan, state }: World): z.infer<typeof ConsoleFile> {
  const { tenant } = state.customer;
  const shortName = shortNameOf(tenant.displayName, plan.seed);
  return {
    name: `${state.provider.tenant.displayName} console`,
    origin: `https://${consoleHost}`,
    addresses: [
      {
        pattern: '/services/{shortName}/*',
        examples: { [links.service(shortName)]: shortName, [links.settings(shortName)]: shortName },
      },
      {
        pattern: '/onboarding/direct-routing/customers/{shortName}',
        examples: { [links.authentication(shortName)]: shortName },
      },
      { pattern: '/multitenant#/tenants/{tenant}', examples: { [links.tenant(tenant.id)]: tenant.id } },
    ],
  };
}
