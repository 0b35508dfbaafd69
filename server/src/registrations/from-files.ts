import type { RegistrationName } from '@latchkey/shared/api/registrations';
import { Application, OfferedPermissions } from './application.ts';
import type { Reading, ReadsRegistrations } from './read-registrations.ts';

/**
 * Reads what `az ad app show` and `az ad sp show` printed, for whoever does not let the consent app read registrations. A text that
 * is neither is nobody's registration.
 */
export const readFromTexts = (texts: readonly string[]): ReadsRegistrations => ({
  read({ clientIds, resourceAppIds }) {
    const given = texts.flatMap(itemsIn);
    const application = (appId: string) => one(given, appId, isApplication, Application);
    return Promise.resolve({
      applications: {
        api: application(clientIds.api),
        extension: application(clientIds.extension),
        consent: application(clientIds.consent),
      } satisfies Record<RegistrationName, unknown>,
      resources: new Map(
        resourceAppIds.map((appId) => [appId, one(given, appId, isServicePrincipal, OfferedPermissions)]),
      ),
      refusedBy: null,
    });
  },
});

type Item = Readonly<Record<string, unknown>>;

function itemsIn(text: string): readonly Item[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return (Array.isArray(parsed) ? parsed : [parsed]).filter(
      (item) => typeof item === 'object' && item !== null,
    ) as Item[];
  } catch {
    return [];
  }
}

/** Both have an appId; a registration says who may sign in, an enterprise application of which kind it is. */
const isServicePrincipal = (item: Item): boolean => 'servicePrincipalType' in item;
const isApplication = (item: Item): boolean => !isServicePrincipal(item);

function one<Value>(
  items: readonly Item[],
  appId: string,
  is: (item: Item) => boolean,
  shape: { safeParse(item: unknown): { readonly success: true; readonly data: Value } | { readonly success: false } },
): Reading<Value> {
  const found = items.find((item) => is(item) && String(item['appId']).toLowerCase() === appId.toLowerCase());
  if (found === undefined) return { state: 'unread', reason: 'not_given' };
  const parsed = shape.safeParse(found);
  return parsed.success ? { state: 'read', value: parsed.data } : { state: 'unread', reason: 'malformed' };
}
