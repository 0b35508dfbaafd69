import { useSpeech } from './words.ts';

/** The mark. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--lk-brand)" />
      <g fill="var(--lk-on-brand)">
        <path
          fill-rule="evenodd"
          d="M10.5 3.5h5a4 4 0 0 1 4 4v3a4 4 0 0 1-4 4h-5a4 4 0 0 1-4-4v-3a4 4 0 0 1 4-4zM13 6.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z"
        />
        <path d="M11 13.5h4v5.2h5.2v3.3H15v2.7h9a1 1 0 0 1 1 1v1.8a1 1 0 0 1-1 1H12a1 1 0 0 1-1-1z" />
      </g>
    </svg>
  );
}

/** The mark and the name. */
export function Brand() {
  const { words } = useSpeech();
  return (
    <span class="lk-brand">
      <Mark />
      <span translate={false}>{words.product}</span>
    </span>
  );
}

/** The key as a line drawing, for empty states. */
export function KeyLine() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round">
        <path d="M10.5 3.5h5a4 4 0 0 1 4 4v3a4 4 0 0 1-4 4H15v4.2h5.2V22H15v2.7h9a1 1 0 0 1 1 1v1.8a1 1 0 0 1-1 1H12a1 1 0 0 1-1-1V14.5h-.5a4 4 0 0 1-4-4v-3a4 4 0 0 1 4-4z" />
        <circle cx="13" cy="9" r="2.3" />
      </g>
    </svg>
  );
}
