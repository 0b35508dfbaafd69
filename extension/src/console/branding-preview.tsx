import { accentTokens, type Accent, type Theme } from '@latchkey/shared/branding/accent';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { LogoPicture } from './logo-picture.tsx';
import { accentOf, colourFault, type BrandingFields } from './branding-form.ts';

/** How it will look, light and dark: the name with its logo, and the button. A colour that would be refused is not shown. */
export function BrandingPreview({ fields }: { readonly fields: BrandingFields }) {
  const of = useFullSpeech().words.console.branding;
  const { configuration } = useSurroundings();
  const isSound = colourFault(fields, 'light') === undefined && colourFault(fields, 'dark') === undefined;
  const accent = isSound ? accentOf(fields) : null;
  return (
    <div role="group" aria-label={of.preview} class="lkc-brand-preview">
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} style={accent === null ? {} : tokensOf(accent, theme)}>
          <span class="lkc-brand-name">
            {fields.logo !== null && <LogoPicture logo={fields.logo} />}
            <bdi>{configuration.known.value.value?.providerName}</bdi>
          </span>
          <b>{of.previewTitle}</b>
          <span class="lkc-brand-start">{of.previewStart}</span>
        </div>
      ))}
    </div>
  );
}

function tokensOf(accent: Accent, theme: Theme): Record<string, string> {
  const { brand, onBrand } = accentTokens(accent, theme);
  return { '--lk-brand': brand, '--lk-on-brand': onBrand };
}
