import { fill } from '@latchkey/shared/words/fill';
import type { ComponentChildren } from 'preact';
import { Empty } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { settingsPlace } from './settings-places.ts';
import { useIsAdmin, useRoleWord } from './use-is-admin.ts';

/** What the server gives to an Admin alone. Everybody else reads why there is nothing, and nothing is asked for. */
export function AdminOnly({ children }: { readonly children: ComponentChildren }) {
  const { settingsPage } = useFullSpeech().words.console;
  const role = useRoleWord();
  if (useIsAdmin()) return <>{children}</>;
  return (
    <div class="lk-card">
      <Empty title={settingsPage.adminOnlyTitle} level={2}>
        <p>{fill(settingsPage.adminOnlyText, { role })}</p>
        <a class="lk-btn" href={settingsPlace}>
          {settingsPage.toSettings}
        </a>
      </Empty>
    </div>
  );
}
