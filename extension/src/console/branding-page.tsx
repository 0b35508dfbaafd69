import { useFullSpeech } from '../look/words.ts';
import { BrandingCard } from './branding-card.tsx';
import { PageTitle } from './page-title.tsx';

/** Settings, Branding: how the provider looks to its customers' administrators. */
export function BrandingPage() {
  const { title, text } = useFullSpeech().words.console.settingsPage.places.branding;
  return (
    <>
      <PageTitle title={title} below={text} />
      <BrandingCard />
    </>
  );
}
