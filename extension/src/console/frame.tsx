import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { OutcomeLine } from '../checklist/outcome-line.tsx';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import type { IconName } from '../look/shapes.ts';
import { Banner } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { fill } from '@latchkey/shared/words/fill';
import { Confirmation } from './confirmation.tsx';
import { useDesk } from './desk.ts';
import { places, type Route } from './route.ts';
import { settingsPages, settingsPlace } from './settings-places.ts';
import { TopBar } from './top-bar.tsx';

const areas = {
  services: ['services', 'service', 'onboarding', 'new-customer', 'method', 'start'],
  pending: ['invitations', 'import'],
  customers: ['customers', 'adopt'],
  settings: ['settings', 'methods', 'profiles', ...settingsPages],
} as const satisfies Record<string, readonly Route['at'][]>;

const isIn = (area: keyof typeof areas, { at }: Route): boolean => (areas[area] as readonly string[]).includes(at);

/** The console around its pages: top bar, navigation, the confirmation at the top. */
export function Frame({ route, children }: { readonly route: Route; readonly children: ComponentChildren }) {
  const { words, tag } = useFullSpeech();
  const { pending, services, actions } = useDesk();
  // What a press came to is said where it led to (Add leads to the service), and not at the next place.
  useEffect(() => {
    if (route.at !== 'service') actions.dismiss();
  }, [route.at]);
  const count = (total: number | undefined) => (total === undefined ? '' : new Intl.NumberFormat(tag).format(total));
  const link = (area: keyof typeof areas, href: string, icon: IconName, total?: number) => (
    <a href={href} aria-current={isIn(area, route) ? 'page' : undefined}>
      <Icon name={icon} />
      {words.console[area]}
      {total !== undefined && <span> {count(total)}</span>}
    </a>
  );
  return (
    <div class="lkc">
      <a class="lkc-skip" href="#content" onClick={skipToContent}>
        {words.console.skip}
      </a>
      <TopBar />
      <nav aria-label={words.console.navigation}>
        {link('services', places.services, 'list', services.list.known.value.value?.total)}
        {link('pending', places.invitations, 'mail', pending.list.known.value.value?.total)}
        {link('customers', places.customers, 'people')}
        {link('settings', settingsPlace, 'gear')}
      </nav>
      <div class="lkc-body">
        <Confirmation />
        <OfflineBar />
        <main id="content" tabIndex={-1}>
          <OutcomeLine actions={actions} />
          {route.at !== 'settings' && isIn('settings', route) && (
            <p class="lkc-crumb">
              <a href={settingsPlace}>{words.console.settingsPage.back}</a>
            </p>
          )}
          {children}
        </main>
      </div>
    </div>
  );
}

/** The fragment of the address is the place in the console, so this link moves the focus and leaves the address alone. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  const link = event.currentTarget;
  if (link instanceof HTMLElement) link.parentElement?.getElementsByTagName('main')[0]?.focus();
}

function OfflineBar() {
  const speech = useFullSpeech();
  const clock = useClock();
  const { pending } = useDesk();
  const since = pending.offlineSince.value;
  if (since === null) return null;
  const time = momentText(new Date(since).toISOString(), clock.now(), speech);
  return (
    <Banner
      bar
      tone={{ tone: 'unreachable', icon: 'unreachable' }}
      role="status"
      title={fill(speech.words.console.offline, { time })}
    />
  );
}
