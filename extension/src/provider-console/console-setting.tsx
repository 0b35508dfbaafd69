import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useFullSpeech } from '../look/words.ts';
import { consoleAccess, type ConsoleAccess } from '../session/console-access.ts';
import type { ProviderConsole } from '../session/remembered.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useConsoleAccess } from './use-console-access.ts';

/** In the settings: whether Latchkey stands beside the person on the provider's own console. */
export function ConsoleSetting({ access = consoleAccess }: { readonly access?: ConsoleAccess }) {
  const { words } = useFullSpeech();
  const { configuration } = useSurroundings();
  const { console, allowed, usable } = useConsoleAccess(access);
  const { consoleSetting } = words.options;
  useEffect(() => void configuration.refresh(), []);
  return (
    <section class="lk-card">
      <div class="lk-card__body lkx-stack">
        <h2>{consoleSetting.title}</h2>
        {console ? (
          usable ? (
            <Switch console={console} allowed={allowed === true} access={access} />
          ) : (
            <p>{consoleSetting.unusable}</p>
          )
        ) : (
          <p>{console === null ? consoleSetting.none : consoleSetting.unknown}</p>
        )}
      </div>
    </section>
  );
}

interface SwitchProps {
  readonly console: ProviderConsole;
  readonly allowed: boolean;
  readonly access: ConsoleAccess;
}

function Switch({ console, allowed, access }: SwitchProps) {
  const { words } = useFullSpeech();
  const { consoleSetting } = words.options;
  const [refused, setRefused] = useState(false);
  const said = { console: console.name, origin: console.origin };
  // The browser is asked first thing in the press: it takes no other for a person's.
  const allow = async (): Promise<void> => setRefused(!(await access.allow(console.origin)));
  return (
    <>
      <p role="status">{fill(allowed ? consoleSetting.on : consoleSetting.off, said)}</p>
      {refused && !allowed && <p class="lkx-fault">{consoleSetting.refused}</p>}
      <div class="lk-actions">
        {allowed ? (
          <Button onPress={() => access.withdraw(console.origin)}>{consoleSetting.withdraw}</Button>
        ) : (
          <Button onPress={allow}>{fill(consoleSetting.allow, said)}</Button>
        )}
      </div>
    </>
  );
}
