import type { Accent } from '@latchkey/shared/branding/accent';
import type { LogoType } from '@latchkey/shared/branding/logo-type';

/** How the provider looks on its pages. */
export interface Branding {
  readonly accent: Accent | null;
  /** Base64. */
  readonly logo: { readonly type: LogoType; readonly data: string } | null;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly version: number;
}

export interface BrandingReads {
  /** Undefined while nobody has said anything. */
  find(): Promise<Branding | undefined>;
}

export interface BrandingRepository extends BrandingReads {
  /** Stores `next` as version `follows + 1`; false when somebody was faster. */
  put(next: Omit<Branding, 'version'>, follows: number): Promise<boolean>;
}
