import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useSpeech } from './words.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly copy: (text: string) => Promise<boolean>;
}

const shownForMs = 2000;

/** A code or an id: cut on screen where it must be, copied whole. */
export function CopyField({ label, value, copy }: CopyFieldProps) {
  const { words } = useSpeech();
  const [copied, setCopied] = useState(false);
  const press = async () => {
    if (!(await copy(value))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), shownForMs);
  };
  return (
    <>
      <span class="lk-copy">
        <span title={value}>{value}</span>
        <button type="button" aria-label={`${words.actions.copy}: ${label}`} onClick={() => void press()}>
          <Icon name={copied ? 'check' : 'copy'} />
        </button>
      </span>
      <span role="status" class={copied ? 'lk-hint' : 'lk-hidden'}>
        {copied ? words.actions.copied : ''}
      </span>
    </>
  );
}
