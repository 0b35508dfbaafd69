import { expect, test } from 'vitest';
import { tenantOfAddress } from './tenant-of-address.ts';

const id = '6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41';

test.each([
  [`https://entra.microsoft.com/${id}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions`, id],
  [`https://portal.azure.com/${id.toUpperCase()}`, id],
  [`https://portal.azure.com/${id}/#@fabrikam.com/resource`, id],
  ['https://portal.azure.com/contoso.onmicrosoft.com/#home', 'contoso.onmicrosoft.com'],
  ['https://portal.azure.com/#@contoso.onmicrosoft.com/resource/subscriptions', 'contoso.onmicrosoft.com'],
  ['https://portal.azure.us/#@contoso.com/resource', 'contoso.com'],
  ['https://entra.microsoftonline.cn/#@contoso.cn', 'contoso.cn'],
])('%s names %s', (address, tenant) => {
  expect(tenantOfAddress(address)).toBe(tenant);
});

test.each([
  'https://portal.azure.com/',
  'https://portal.azure.com/#home',
  'https://portal.azure.com/#view/Microsoft_AAD_IAM/@contoso.com',
  'https://portal.azure.com/%2e%2e/#@contoso%2ecom',
  `http://portal.azure.com/${id}`,
  `https://portal.azure.com:8443/${id}`,
  `https://portal.azure.com.evil.example/${id}`,
  `https://evil-portal.azure.com/${id}`,
  `https://portal.azure.com@evil.example/${id}`,
  `https://evil.example/#@contoso.com`,
  `https://evil.example/portal.azure.com/${id}`,
  `https://login.microsoftonline.com/${id}/oauth2/v2.0/authorize`,
  `https://xn--portal-zure-9db.com/${id}`,
  'chrome://extensions',
  'about:blank',
  '',
  'no address at all',
])('%s names no tenant', (address) => {
  expect(tenantOfAddress(address)).toBeUndefined();
});
