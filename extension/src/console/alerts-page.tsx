import { fill } from '@latchkey/shared/words/fill';
import { useMayWrite } from '../checklist/row-button.tsx';
import { useFullSpeech } from '../look/words.ts';
import { AlertTargets } from './alert-targets.tsx';
import { PageTitle } from './page-title.tsx';
import { useRoleWord } from './use-is-admin.ts';

/** Settings, Alert targets. A Monitor does not see the addresses, and is told so. */
export function AlertsPage() {
  const { settingsPage } = useFullSpeech().words.console;
  const { title, text } = settingsPage.places.alerts;
  const role = useRoleWord();
  return (
    <>
      <PageTitle title={title} below={text} />
      {useMayWrite() ? <AlertTargets /> : <p>{fill(settingsPage.alertsHidden, { role })}</p>}
    </>
  );
}
