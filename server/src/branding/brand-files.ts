import { createHash } from 'node:crypto';
import { accentTokens, type Accent } from '@latchkey/shared/branding/accent';
import { logoTypes } from '@latchkey/shared/branding/logo-type';
import { Hono } from 'hono';
import type { BrandLook } from '../invitation-pages/model.ts';
import { paths } from '../invitation-pages/paths.ts';
import type { Branding, BrandingReads } from './branding-repository.ts';

interface BrandFile {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Each under a name that changes with its content. */
function filesOf({ accent, logo }: Branding) {
  const named = (stem: string, type: string, extension: string, body: BrandFile['body']): BrandFile => ({
    name: `${stem}.${createHash('sha256').update(body).digest('hex').slice(0, 16)}.${extension}`,
    type,
    body,
  });
  return {
    style: accent === null ? null : named('colours', 'text/css; charset=utf-8', 'css', sheetOf(accent)),
    logo: logo === null ? null : named('logo', logo.type, logoTypes[logo.type], Buffer.from(logo.data, 'base64')),
  };
}

/** The tokens of the provider's colour; who has forced colours keeps theirs, and no status is touched. */
function sheetOf(accent: Accent): string {
  const [light, dark] = [accentTokens(accent, 'light'), accentTokens(accent, 'dark')];
  return `@media (forced-colors: none) {
  :root {
    --lk-brand: light-dark(${light.brand}, ${dark.brand});
    --lk-brand-strong: light-dark(${light.strong}, ${dark.strong});
    --lk-on-brand: light-dark(${light.onBrand}, ${dark.onBrand});
  }
}
`;
}

/** What the pages link to. */
export async function brandLook(branding: BrandingReads): Promise<BrandLook> {
  const kept = await branding.find();
  if (kept === undefined) return { style: null, logo: null };
  const { style, logo } = filesOf(kept);
  const address = (file: BrandFile | null): string | null => file && `${paths.brand}/${file.name}`;
  return { style: address(style), logo: address(logo) };
}

/** Serves them: as what their bytes are, never as a page. */
export const brandRoutes = (branding: BrandingReads): Hono =>
  new Hono().get(`${paths.brand}/:name`, async (c) => {
    const kept = await branding.find();
    const { style, logo } = kept === undefined ? { style: null, logo: null } : filesOf(kept);
    const file = [style, logo].find((one) => one?.name === c.req.param('name'));
    if (file == null) return c.notFound();
    return c.body(file.body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
  });
