import { expect, test } from 'vitest';
import { isOn } from './page.ts';
import { portalPages, registrationIn } from './portal-pages.ts';

const addresses = portalPages.flatMap(({ examples }) => examples);

test.each(portalPages.flatMap((page) => addresses.map((address) => [page.id, address, page] as const)))(
  '%s ⟷ %s',
  (id, address, page) => {
    const claimed = page.examples.includes(address);
    expect(
      isOn(page, new URL(address)),
      claimed
        ? `"${id}" no longer recognises its own example. Did the portal move, or did the route?`
        : `"${id}" also claims this address. If that is right, add it to its examples.`,
    ).toBe(claimed);
  },
);

const [, afterHost = ''] = portalPages.at(-1)!.examples[0]!.split('entra.microsoft.com');
const lookAlikes = [
  'http://entra.microsoft.com',
  'https://entra.microsoft.com:8443',
  'https://entra.microsoft.com.evil.example',
  'https://entra.microsoft.com@evil.example',
  'https://evil-entra.microsoft.com',
  'https://entra.microsoft.com.',
  'https://entra.microsoft.co',
  'https://xn--entra-microsoft-com.example',
  'https://evil.example/entra.microsoft.com',
  'https://login.microsoftonline.com',
];

test.each(lookAlikes.flatMap((origin) => portalPages.map((page) => [page.id, origin, page] as const)))(
  '%s is not on %s',
  (_, origin, page) => {
    expect(isOn(page, new URL(origin + afterHost))).toBe(false);
    expect(isOn(page, new URL(`${origin}/`))).toBe(false);
  },
);

test.each([
  'https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/22222222-2222-4222-8222-222222222222',
  'https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBladeX/~/Permissions/',
  'https://portal.azure.com/#view/Elsewhere/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/',
  'https://portal.azure.com/#view/Microsoft_Azure_Billing/Blade',
])('%s is none of the pages that we know', (address) => {
  expect(portalPages.filter((page) => isOn(page, new URL(address)))).toEqual([]);
});

test('the registration is read from the address, as whole ids or not at all', () => {
  const one = '11111111-1111-4111-8111-AAAAAAAAAAAA';
  const read = (hash: string) => registrationIn(new URL(`https://entra.microsoft.com/#view/X/${hash}`));
  expect(read(`objectId/${one}/appId/${one}`)).toEqual({ objectId: one.toLowerCase(), appId: one.toLowerCase() });
  expect(read(`objectId/${one}/`)).toEqual({ objectId: one.toLowerCase(), appId: null });
  expect(read(`objectId/${one}x/appId/1`)).toEqual({ objectId: null, appId: null });
});
