import type { ConsoleFile } from './console-file.ts';
import type * as z from 'zod/mini';

const tenant = '6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41';

/** Consoles of several makes: by path, by hash, by query, by id, by domain. Every example is tried on every one of them. */
export const consoleSamples = [
  {
    name: 'Northwind Voice console',
    origin: 'https://console.northwindvoice.example',
    addresses: [
      {
        pattern: '/services/{shortName}/*',
        examples: { '/services/contoso': 'contoso', '/services/Z%C3%BCrich/m365-settings?tab=1#top': 'Zürich' },
      },
      { pattern: '/multitenant#/tenants/{tenant}/*', examples: { [`/multitenant#/tenants/${tenant}/status`]: tenant } },
    ],
  },
  {
    name: 'Litware operations',
    origin: 'https://ops.litware.example',
    addresses: [
      { pattern: '/customer/{shortName}', examples: { '/customer/fabrikam/': 'fabrikam' } },
      {
        pattern: '/m365/status.aspx?tenant={tenant}',
        examples: { '/m365/status.aspx?x=1&tenant=fabrikam.com': 'fabrikam.com' },
      },
    ],
  },
  {
    name: 'Proseware portal',
    origin: 'https://proseware.example',
    addresses: [
      { pattern: '/app#!/t/{tenant}/*', examples: { [`/app/#!/t/${tenant.toUpperCase()}/voice?filter=all`]: tenant } },
      { pattern: '/c/{tenant}/*', examples: { '/c/adatum.onmicrosoft.com/overview': 'adatum.onmicrosoft.com' } },
    ],
  },
] as const satisfies readonly z.infer<typeof ConsoleFile>[];
