import type { ConnectionView } from '@latchkey/shared/api/connections';
import { Icon } from '../look/icon.tsx';
import { useSpeech } from '../look/words.ts';
import { startGuide } from '../session/start-guide.ts';

/** To the Permissions page of the token registration, in the right tenant, in a tab of its own: the guide waits there. */
export function GuideLink({ connection: { invitationId, registration } }: { readonly connection: ConnectionView }) {
  const { words } = useSpeech();
  const href = registration?.permissionsBlade;
  if (href === undefined || !href.startsWith('https://')) return null;
  return (
    <a
      class="lk-btn"
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      onClick={() => invitationId && void startGuide(invitationId)}
    >
      <Icon name="open" flips />
      {words.proofs.checkOnPortal}
      <span class="lk-hidden">, {words.proofs.opensTab}</span>
    </a>
  );
}
