import type { BrandingView } from '@latchkey/shared/api/branding';
import { isLegible, type Accent, type Theme } from '@latchkey/shared/branding/accent';
import { logoTypeOf } from '@latchkey/shared/branding/logo-type';

/** What is being chosen: the colours as they are typed, and a logo as base64 with its type. */
export interface BrandingFields {
  readonly light: string;
  readonly dark: string;
  readonly logo: BrandingView['logo'];
}

export const fieldsOf = ({ accent, logo }: BrandingView): BrandingFields => ({
  light: accent?.light ?? '',
  dark: accent?.dark ?? '',
  logo,
});

export type ColourFault = 'malformed' | 'illegible' | 'half';

const typed = (text: string): string => text.trim().toLowerCase();

/** What is wrong with one of the two colours; neither is needed, and one alone is not enough. */
export function colourFault(fields: BrandingFields, theme: Theme): ColourFault | undefined {
  const [own, other] = theme === 'light' ? [fields.light, fields.dark] : [fields.dark, fields.light];
  const colour = typed(own);
  if (colour === '') return typed(other) === '' ? undefined : 'half';
  if (!/^#[0-9a-f]{6}$/.test(colour)) return 'malformed';
  return isLegible({ light: colour, dark: colour }, theme) ? undefined : 'illegible';
}

/** The colours as they are sent; null where none is wanted. */
export const accentOf = ({ light, dark }: BrandingFields): Accent | null =>
  typed(light) === '' ? null : { light: typed(light), dark: typed(dark) };

/** Whether what is chosen is what stands already: then there is nothing to save. */
export const isUnchanged = (fields: BrandingFields, view: BrandingView): boolean =>
  JSON.stringify([accentOf(fields), fields.logo?.data]) === JSON.stringify([accentOf(fieldsOf(view)), view.logo?.data]);

/** A file as a logo; undefined where its bytes are no picture that we take. */
export async function logoOf(file: Blob): Promise<BrandingView['logo'] | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = logoTypeOf(bytes);
  return type === undefined ? undefined : { type, data: btoa(String.fromCharCode(...bytes)) };
}
