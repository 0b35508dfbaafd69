import type { BrandingView } from '@latchkey/shared/api/branding';
import { isLegible, type Accent } from '@latchkey/shared/branding/accent';
import { logoTypeOf } from '@latchkey/shared/branding/logo-type';
import { err, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { Branding } from './branding-repository.ts';

interface Wanted {
  readonly follows: number;
  readonly accent: Accent | null;
  /** Base64. */
  readonly logo: string | null;
  readonly actor: AuditActor;
  readonly requestId: string;
}

type SaveFault = 'branding_refused' | 'changed_meanwhile';

export interface KeepsBranding {
  read(): Promise<BrandingView>;
  save(wanted: Wanted): Promise<Result<BrandingView, SaveFault>>;
}

/** How the provider looks. What could not be read, and what is no picture by its own bytes, is refused before anything is kept. */
export const createBranding = ({ store, now }: { readonly store: Store; readonly now: Clock }): KeepsBranding => ({
  read: async () => viewOf(await store.read.branding.find()),
  async save({ follows, accent, logo: data, actor, requestId }) {
    if (accent !== null && !(isLegible(accent, 'light') && isLegible(accent, 'dark'))) return err('branding_refused');
    const type = data === null ? undefined : logoTypeOf(Buffer.from(data, 'base64'));
    if (data !== null && type === undefined) return err('branding_refused');
    const logo = data === null || type === undefined ? null : { type, data };
    const next = { accent, logo, changedAt: now().toISOString(), changedBy: actor.name ?? '' };
    return transactOrRefuse<BrandingView, SaveFault>(store, async (tx, refuse) => {
      if (!(await tx.branding.put(next, follows))) throw refuse('changed_meanwhile');
      await tx.audit.append({
        at: next.changedAt,
        action: 'branding.saved',
        actor,
        requestId,
        details: { version: follows + 1, accent, logo: type ?? null },
      });
      return viewOf({ ...next, version: follows + 1 });
    });
  },
});

const viewOf = (branding: Branding | undefined): BrandingView => ({
  accent: branding?.accent == null ? null : { ...branding.accent },
  logo: branding?.logo == null ? null : { ...branding.logo },
  version: branding?.version ?? 0,
  changedAt: branding?.changedAt ?? null,
  changedBy: branding?.changedBy ?? null,
});
