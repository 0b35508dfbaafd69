import type { DomainSignIn } from '@latchkey/shared/api/domain-sign-in';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import { err, ok, type Result } from '@latchkey/shared/result';

type SignInFault = 'microsoft_unreachable' | 'microsoft_throttled';

export interface ReadsDomainSignIn {
  /** Asks Microsoft each time: a domain can be federated, and be so no more. */
  read(domain: string): Promise<Result<DomainSignIn, SignInFault>>;
}

export interface LooksUpSignIn {
  lookUp(
    typed: string,
  ): Promise<
    Result<{ readonly domain: string; readonly signIn: DomainSignIn }, SignInFault | 'tenant_reference_invalid'>
  >;
}

export const createSignInLookUp = (domains: ReadsDomainSignIn): LooksUpSignIn => ({
  async lookUp(typed) {
    const reference = readTenantReference(typed);
    if (!reference.ok || reference.value.kind !== 'domain') return err('tenant_reference_invalid');
    const { domain } = reference.value;
    const signIn = await domains.read(domain);
    return signIn.ok ? ok({ domain, signIn: signIn.value }) : signIn;
  },
});
