import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly fault: string | undefined;
  /** Draws the control with the attributes that tie label, hint and fault to it. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }) => ComponentChildren;
}

/** A field: its label, its control, its hint, and beside it what is wrong with it. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  return (
    <div class="lk-field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-fault`, 'aria-invalid': fault !== undefined })}
      <span id={`${id}-hint`} class="lk-hint">
        {hint}
      </span>
      <span id={`${id}-fault`} class="lkx-fault">
        {fault}
      </span>
    </div>
  );
}
