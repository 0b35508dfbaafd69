import { isConsoleOrigin } from '@latchkey/shared/provider-console/origin';
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleAccess } from '../session/console-access.ts';
import { providerConsole, type ProviderConsole } from '../session/remembered.ts';
import { useSurroundings } from '../session/surroundings.ts';

/** The provider's console, and whether we may work on it. `null`: there is none; `undefined`: not known yet. */
export interface AccessNow {
  readonly console: ProviderConsole | null | undefined;
  readonly allowed: boolean | undefined;
  readonly usable: boolean;
}

/** Follows both, wherever they change: the person may answer in another window, or in the browser's own settings. */
export function useConsoleAccess(access: ConsoleAccess): AccessNow {
  const { configuration } = useSurroundings();
  const [console, setConsole] = useState<ProviderConsole | null | undefined>(undefined);
  const [allowed, setAllowed] = useState<boolean | undefined>(undefined);
  const told = configuration.known.value.value;
  useEffect(() => {
    void providerConsole.getValue().then(setConsole);
    return providerConsole.watch(setConsole);
  }, []);
  useEffect(() => {
    const look = (): void => {
      if (console) void access.isAllowed(console.origin).then(setAllowed);
      else setAllowed(undefined);
    };
    look();
    return access.onChanged(look);
  }, [console?.origin]);
  return {
    console: console === null && told === undefined ? undefined : console,
    allowed,
    usable: console ? isConsoleOrigin(console.origin) : false,
  };
}
