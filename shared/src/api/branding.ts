import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { Instant } from './schemas.ts';

const Colour = /* @__PURE__ */ z.string().check(z.regex(/^#[0-9a-f]{6}$/));
const AccentColours = /* @__PURE__ */ z.strictObject({ light: Colour, dark: Colour });
/** Base64, of at most as many bytes as a logo may have. */
const LogoData = /* @__PURE__ */ z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(33_000));

/** How the provider looks on the pages that a customer's administrator meets. Version 0: nobody has said anything yet. */
export const BrandingView = z.strictObject({
  accent: z.nullable(AccentColours),
  logo: z.nullable(z.strictObject({ type: z.enum(['image/png', 'image/jpeg', 'image/webp']), data: LogoData })),
  version: z.int(),
  changedAt: z.nullable(Instant),
  changedBy: z.nullable(z.string()),
});
export type BrandingView = z.infer<typeof BrandingView>;

export const readBranding = defineEndpoint({
  method: 'GET',
  path: '/v1/branding',
  summary: 'The provider’s colours and logo on the invitation pages',
  who: operatorRoles,
  response: BrandingView,
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

/** All of it at once; what is null is taken back. */
export const saveBranding = defineEndpoint({
  method: 'POST',
  path: '/v1/branding',
  summary: 'Set the provider’s colours and logo on the invitation pages',
  who: ['Admin'],
  body: z.strictObject({
    /** The version that this one follows; 0 for the first. */
    follows: z.int().check(z.minimum(0)),
    accent: z.nullable(AccentColours),
    logo: z.nullable(LogoData),
  }),
  response: BrandingView,
  status: 200,
  errors: [...operatorErrors, 'branding_refused', 'changed_meanwhile'],
  audit: { record: 'branding.saved' },
});
