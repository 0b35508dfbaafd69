import { err, ok, type Result } from '../result.ts';

/** How a person names a tenant: its id, or one of its domains. */
export type TenantReference =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'domain'; readonly domain: string };

const tenantId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const domain = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Microsoft's tenant for personal accounts (outlook.com, live.com). It has no administrator and cannot consent for an organisation. */
export const personalAccountsTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * Reads what a person typed: a tenant id, a domain, an e-mail address (its domain counts) or a web address (its host counts).
 * International names become their ASCII form.
 */
export function readTenantReference(typed: string): Result<TenantReference, 'tenant_reference_invalid'> {
  const text = typed.trim().toLowerCase();
  if (tenantId.test(text)) return ok({ kind: 'id', id: text });
  const host = asciiHost(
    text
      .replace(/^[a-z]+:\/\//, '')
      .replace(/[/?#].*$/s, '')
      .replace(/^.*@/s, ''),
  );
  if (host === undefined || !domain.test(host)) return err('tenant_reference_invalid');
  return ok({ kind: 'domain', domain: host });
}

/** The URL parser knows IDNA; anything it would read as more than a host is refused. */
function asciiHost(name: string): string | undefined {
  if (!URL.canParse(`https://${name}`)) return undefined;
  const url = new URL(`https://${name}`);
  return url.pathname === '/' && url.port === '' && url.username === '' ? url.hostname : undefined;
}
