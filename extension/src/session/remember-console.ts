import type { Configuration } from '@latchkey/shared/api/configuration';
import { providerConsole } from './remembered.ts';

/** Keeps what the API said of the provider's console. Written only when it is another one: whoever watches is told of news alone. */
export async function rememberConsole({ console }: Configuration): Promise<void> {
  if (JSON.stringify(await providerConsole.getValue()) !== JSON.stringify(console))
    await providerConsole.setValue(console);
}
