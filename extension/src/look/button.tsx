import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress: () => void | Promise<void>;
  readonly kind?: 'primary' | 'quiet' | 'danger' | 'icon';
  readonly wide?: boolean;
  readonly big?: boolean;
  readonly off?: boolean;
  /** The name, where the visible words alone do not say of what: it begins with them. */
  readonly label?: string | undefined;
  readonly type?: 'button' | 'submit';
}

/**
 * A button that sends once: while its work is under way, further presses are ignored, and so is the rest of a double click. It
 * stays in the tab order meanwhile, so that the focus is not lost.
 */
export function Button({ children, onPress, kind, wide, big, off = false, label, type = 'button' }: ButtonProps) {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await onPress();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const classes = ['lk-btn', kind && `lk-btn--${kind}`, wide && 'lk-btn--wide', big && 'lk-btn--big'];
  return (
    <button
      type={type}
      class={classes.filter(Boolean).join(' ')}
      disabled={off}
      aria-label={label}
      title={kind === 'icon' ? label : undefined}
      aria-busy={busy || undefined}
      // Leaving a field may put a sentence below it, which would push this button from under the pointer in mid-click.
      onMouseDown={(event) => type === 'submit' && event.preventDefault()}
      onClick={(event) => {
        if (type === 'submit') event.preventDefault();
        // The rest of a double click: by then another button may stand under the pointer, and nobody meant that one.
        if (event.detail < 2) void press();
      }}
    >
      {children}
    </button>
  );
}
