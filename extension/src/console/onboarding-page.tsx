import { plural } from '@latchkey/shared/words/fill';
import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useDesk } from './desk.ts';
import { PageTitle } from './page-title.tsx';
import { places } from './route.ts';

/** The onboarding wizard: a new customer, or on with one that is under way. */
export function OnboardingPage() {
  const { words, tag } = useFullSpeech();
  const { pending } = useDesk();
  const { onboarding } = words.console;
  const total = pending.list.known.value.value?.total ?? 0;
  return (
    <>
      <PageTitle title={onboarding.title} below={onboarding.text} />
      <div class="lkc-choices">
        <section class="lk-card">
          <div class="lk-card__body lkx-stack">
            <h2>{onboarding.addNewCustomer}</h2>
            <p class="lk-soft">{onboarding.addText}</p>
            <a class="lk-btn lk-btn--primary" href={places.newCustomer}>
              <Icon name="plus" />
              {onboarding.addNewCustomer}
            </a>
          </div>
        </section>
        <section class="lk-card">
          <div class="lk-card__body lkx-stack">
            <h2>{words.console.pending}</h2>
            <p class="lk-soft">{plural(onboarding.pendingText, total, tag)}</p>
            <a class="lk-btn" href={places.invitations}>
              {words.console.pending}
            </a>
          </div>
        </section>
      </div>
    </>
  );
}
