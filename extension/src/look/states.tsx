import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { KeyLine } from './mark.tsx';
import type { Tone } from './tones.ts';

/** Three dots and what we wait for. */
export function Waiting({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="lkx-waiting">
      <span class="lk-wait" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{children}</span>
    </p>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly level?: 1 | 2 | 3;
  readonly children?: ComponentChildren;
}

/** Nothing is here, and what that means. */
export function Empty({ title, level = 3, children }: EmptyProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="lk-empty">
      <KeyLine />
      <Heading class="lkx-empty-title">{title}</Heading>
      {children}
    </div>
  );
}

interface BannerProps {
  readonly tone: Tone;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly end?: ComponentChildren;
  readonly bar?: boolean;
  readonly role?: 'status' | 'alert';
}

/** A message across its region: what happened, then what to do now. */
export function Banner({ tone: { tone, icon }, title, children, end, bar = false, role }: BannerProps) {
  return (
    <div class={`lk-banner s-${tone}${bar ? ' lk-banner--bar' : ''}`} role={role}>
      <Icon name={icon} />
      <div>
        <b>{title}</b> {children}
      </div>
      {end}
    </div>
  );
}
