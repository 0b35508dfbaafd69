import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTenantReference } from './tenant-reference.ts';

const read = (typed: string) => {
  const result = readTenantReference(typed);
  if (!result.ok) return result.error.code;
  return result.value.kind === 'id' ? `id ${result.value.id}` : result.value.domain;
};
const id = '7c1a2b3c-0000-4000-8000-00000000a001';

test.each([
  ['contoso.com', 'contoso.com'],
  ['  Contoso.COM ', 'contoso.com'],
  ['megan@contoso.com', 'contoso.com'],
  ['a@b@contoso.com', 'contoso.com'],
  ['https://www.contoso.com/about?x#y', 'www.contoso.com'],
  ['contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  ['zürich.example', 'xn--zrich-kva.example'],
  [id, `id ${id}`],
  [id.toUpperCase(), `id ${id}`],
  ['', 'tenant_reference_invalid'],
  ['contoso', 'tenant_reference_invalid'],
  ['127.0.0.1', 'tenant_reference_invalid'],
  ['0x7f000001', 'tenant_reference_invalid'],
  ['[::1]', 'tenant_reference_invalid'],
  ['contoso.com:8443', 'tenant_reference_invalid'],
  ['contoso .com', 'tenant_reference_invalid'],
  ['contoso.com\\evil.example', 'tenant_reference_invalid'],
  ['-contoso.com', 'tenant_reference_invalid'],
  ['contoso.com.', 'tenant_reference_invalid'],
  ['../common', 'tenant_reference_invalid'],
  ['common', 'tenant_reference_invalid'],
  [`${id}x`, 'tenant_reference_invalid'],
  [`${'a'.repeat(250)}.com`, 'tenant_reference_invalid'],
])('%j → %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test('whatever is typed, what comes out can stand in a path as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.domain()), (typed) => {
      const result = readTenantReference(typed);
      if (!result.ok) return;
      const name = result.value.kind === 'id' ? result.value.id : result.value.domain;
      expect(encodeURIComponent(name)).toBe(name);
      expect(new URL(`https://login.example/${name}/v2.0`).pathname).toBe(`/${name}/v2.0`);
    }),
  );
});
