import { ErrorBanner } from '../look/error-words.tsx';
import type { InvitationActions } from './invitation-actions.ts';

/** What came of the last press. The region is always there, so that screen readers hear what comes into it. */
export function OutcomeLine({ actions }: { readonly actions: InvitationActions }) {
  const outcome = actions.outcome.value;
  return (
    <>
      <p role="status" class={outcome?.kind === 'done' ? 'lkx-outcome' : 'lk-hidden'}>
        {outcome?.kind === 'done' ? outcome.text : ''}
      </p>
      {outcome?.kind === 'failed' && (
        <div class="lkx-popup-banner">
          <ErrorBanner error={outcome.error} />
        </div>
      )}
    </>
  );
}
