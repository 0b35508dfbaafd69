import { signal, useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';
import { SignedOut } from '../session/signed-out.tsx';
import { useSurroundings } from '../session/surroundings.ts';
import { AlertsPage } from './alerts-page.tsx';
import { AuditPage } from './audit-page.tsx';
import { BrandingPage } from './branding-page.tsx';
import { AdoptPage } from './adopt-page.tsx';
import { CustomersPage } from './customers-page.tsx';
import { DeskProvider, openDesk } from './desk.ts';
import { DoctorPage } from './doctor-page.tsx';
import { ImportPage } from './import-page.tsx';
import { MailPage } from './mail-page.tsx';
import { MethodPage } from './method-page.tsx';
import { MethodsPage } from './methods-page.tsx';
import { NewCustomerPage } from './new-customer-page.tsx';
import { NowherePage } from './nowhere-page.tsx';
import { OnboardingPage } from './onboarding-page.tsx';
import { OperatorsPage } from './operators-page.tsx';
import { PendingPage } from './pending-page.tsx';
import { ProfilesPage } from './profiles-page.tsx';
import { RegistrationsPage } from './registrations-page.tsx';
import { routeOf, type Route } from './route.ts';
import { countPage } from './page-title.tsx';
import { ServicePage } from './service-page.tsx';
import { ServicesPage } from './services-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { Frame } from './frame.tsx';
import { StartPage } from './start-page.tsx';
import { TopBar } from './top-bar.tsx';

const hash = signal(location.hash);
addEventListener('hashchange', () => (hash.value = location.hash));

/** The console, for whoever is signed in; without anybody, the way in. */
export function Console() {
  const { session, configuration } = useSurroundings();
  const { words } = useFullSpeech();
  const now = session.current.value;
  useEffect(() => void configuration.refresh(), []);
  useEffect(() => {
    if (now.state === 'signed-out') countPage();
  }, [now.state]);
  if (now.state === 'signed-in') return <SignedInConsole key={now.kept.session} session={now.kept.session} />;
  return (
    <div class="lkc-signed-out">
      <TopBar />
      <main aria-label={words.console.title}>
        <SignedOut from="console" level={1} />
      </main>
    </div>
  );
}

function SignedInConsole({ session }: { readonly session: string }) {
  const surroundings = useSurroundings();
  const { desk, end } = useMemo(() => {
    const ending = new AbortController();
    return { end: ending, desk: openDesk(surroundings, ending.signal) };
  }, [session]);
  useEffect(() => () => end.abort(), [end]);
  const route = useComputed(() => routeOf(hash.value)).value;
  return (
    <DeskProvider value={desk}>
      <Frame route={route}>
        <PageAt route={route} />
      </Frame>
    </DeskProvider>
  );
}

/** Each place has its own page; another id is another page, so that nothing of one customer stays on screen for the next. */
function PageAt({ route }: { readonly route: Route }) {
  switch (route.at) {
    case 'services':
      return <ServicesPage />;
    case 'service':
      return <ServicePage key={route.id} id={route.id} tab={route.tab} />;
    case 'onboarding':
      return <OnboardingPage />;
    case 'new-customer':
      return <NewCustomerPage key={`${route.tenant} ${route.shortName}`} {...route} />;
    case 'method':
      return <MethodPage key={route.id} id={route.id} />;
    case 'start':
      return <StartPage key={route.id} id={route.id} />;
    case 'invitations':
      return <PendingPage id={route.id} />;
    case 'import':
      return <ImportPage />;
    case 'customers':
      return <CustomersPage />;
    case 'adopt':
      return <AdoptPage />;
    case 'doctor':
      return <DoctorPage />;
    case 'settings':
      return <SettingsPage />;
    case 'branding':
      return <BrandingPage />;
    case 'mail':
      return <MailPage />;
    case 'alerts':
      return <AlertsPage />;
    case 'operators':
      return <OperatorsPage />;
    case 'audit':
      return <AuditPage query={route.query} />;
    case 'registrations':
      return <RegistrationsPage />;
    case 'methods':
      return <MethodsPage />;
    case 'profiles':
      return <ProfilesPage />;
    case 'nowhere':
      return <NowherePage />;
  }
}
