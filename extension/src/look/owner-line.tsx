import type { Owner } from '@latchkey/shared/invitations/standing';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { ownerIcons } from './tones.ts';
import { useSpeech } from './words.ts';

/** Who must act, and what follows: since when, or until when. */
export function OwnerLine({ owner, children }: { readonly owner: Owner; readonly children?: ComponentChildren }) {
  const { words } = useSpeech();
  return (
    <p class="lk-owner">
      <Icon name={ownerIcons[owner]} />
      <span>
        <bdi>
          <b>{words.owners[owner]}</b>
        </bdi>
        {children !== undefined && (
          <>
            <span class="lk-sep" />
            <bdi>{children}</bdi>
          </>
        )}
      </span>
    </p>
  );
}
