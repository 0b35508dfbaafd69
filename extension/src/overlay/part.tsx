import type { ComponentChildren } from 'preact';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/shapes.ts';

/** One part of a card: a state, said by icon, word and sentence. */
export function StatePart({
  tone,
  icon,
  title,
  text,
  children,
}: {
  readonly tone: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="lk-overlay__part">
      <div class={`lk-tenant s-${tone}`}>
        <Icon name={icon} />
        <div>
          <b>{title}</b>
          {text !== '' && <small>{text}</small>}
        </div>
      </div>
      {children}
    </div>
  );
}
