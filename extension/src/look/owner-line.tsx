import type { Owner } from '@latchkey/shared/invitations/standing';
import { fill } from '@latchkey/shared/words/fill';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { ownerIcons } from './tones.ts';
import { useSpeech } from './words.ts';

interface OwnerLineProps {
  readonly owner: Owner;
  /** Says it as a sentence: "Customer must act". */
  readonly acts?: boolean;
  /** What follows the owner. */
  readonly children?: ComponentChildren;
}

/** Who must act, and what follows: since when, or until when. */
export function OwnerLine({ owner, acts = false, children }: OwnerLineProps) {
  const { words } = useSpeech();
  const { ownerActs, nobodyActs } = words.proofs;
  const sentence = owner === 'nobody' ? nobodyActs : fill(ownerActs, { owner: words.owners[owner] });
  return (
    <p class="lk-owner">
      <Icon name={ownerIcons[owner]} />
      <span>
        <span class={children === undefined ? undefined : 'lk-nowrap'}>
          <bdi>
            <b>{acts ? sentence : words.owners[owner]}</b>
          </bdi>
          {children !== undefined && <span class="lk-sep" />}
        </span>
        {children !== undefined && <bdi>{children}</bdi>}
      </span>
    </p>
  );
}
