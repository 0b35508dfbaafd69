import type { Mount } from '../http/call.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { brandLook, brandRoutes } from './brand-files.ts';
import { mountBranding } from './branding-routes.ts';
import { createBranding } from './branding.ts';

/** The provider's look: where it is set, what the pages link to, and where that is served. */
export const openBranding = ({ store, now }: { readonly store: Store; readonly now: Clock }) => ({
  mountOn: (mount: Mount): void => mountBranding(mount, createBranding({ store, now })),
  look: () => brandLook(store.read.branding),
  routes: brandRoutes(store.read.branding),
});
