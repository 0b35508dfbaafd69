import { consoleAddressOf } from '@latchkey/shared/provider-console/write-address';
import { mailWords } from '@latchkey/shared/words/mail-words';
import type { Store } from '../storage/store.ts';
import { customerOf } from './alert-data.ts';
import type { LetterContext } from './alert-letter.ts';
import type { Told } from './channel.ts';

export interface LetterPlaces {
  readonly providerName: string;
  readonly providerConsole: {
    readonly name: string;
    readonly origin: string;
    readonly addresses: readonly { readonly pattern: string }[];
  } | null;
  readonly extensionOrigins: readonly string[];
}

/** Where a letter leads, as it is when it is sent: a service may have been added or renamed since. */
export const letterContext =
  (store: Pick<Store, 'read'>, { providerName, providerConsole, extensionOrigins }: LetterPlaces) =>
  async ({ data }: Told): Promise<LetterContext> => {
    const context = { words: mailWords.en, language: 'en', provider: providerName } as const;
    const customer = customerOf(data);
    if (customer === undefined) return { ...context, console: null, page: null };
    const service = await store.read.services.findOfCustomer(customer.id);
    const shortName = service?.order.shortName ?? null;
    const address =
      providerConsole === null
        ? undefined
        : consoleAddressOf(
            { origin: providerConsole.origin, patterns: providerConsole.addresses.map(({ pattern }) => pattern) },
            { tenantId: customer.tenantId, shortName },
          );
    const [extension] = extensionOrigins;
    const place = service === undefined ? 'customers' : `services/${service.id}/m365-settings`;
    return {
      ...context,
      console: providerConsole === null || address === undefined ? null : { name: providerConsole.name, address },
      page: extension === undefined ? null : `${extension}/console.html#/${place}`,
    };
  };
