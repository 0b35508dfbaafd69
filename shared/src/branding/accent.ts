/** The provider's colour, `#rrggbb`: one for light pages, one for dark ones. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

export type Theme = keyof Accent;

/** What the colour stands on, each the one against which it has the least contrast (look tokens: paper, surface). */
const grounds: Readonly<Record<Theme, string>> = { light: '#f5f2ee', dark: '#211d20' };

/** What stands on the colour, as the words of a button. A colour that holds against its ground holds beneath these. */
const inks: Readonly<Record<Theme, string>> = { light: '#ffffff', dark: '#000000' };

/** WCAG 2.2, 1.4.3: text needs this much. */
const enough = 4.5;

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21, as WCAG 2.2 counts it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Whether a colour can be read as text on our pages, and our words on it. */
export const isLegible = (accent: Accent, theme: Theme): boolean =>
  contrast(accent[theme], grounds[theme]) >= enough && contrast(accent[theme], inks[theme]) >= enough;

/** A fifth of the way to the ink of the page: under the pointer. */
function stronger(colour: string, theme: Theme): string {
  const towards = theme === 'light' ? 0 : 255;
  const parts = channels(colour).map((value) => Math.round(value + (towards - value) * 0.2));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The tokens that a provider's colour takes the place of; never one of a status. */
export const accentTokens = (accent: Accent, theme: Theme) => ({
  brand: accent[theme],
  strong: stronger(accent[theme], theme),
  onBrand: inks[theme],
});
