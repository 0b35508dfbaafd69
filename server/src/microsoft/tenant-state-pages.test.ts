import { describe, expect, test } from 'vitest';
import { everyGrant, good, page, reader } from './tenant-state-samples.ts';

describe('a list over several pages', () => {
  const next = (path: string) => `https://graph.microsoft.com/v1.0/${path}`;
  const path = '/v1.0/more?$skiptoken=2';

  test('is read to its end', async () => {
    const { read } = reader(
      { ...good, oauth2PermissionGrants: page([everyGrant], next('more?$skiptoken=2')) },
      { [path]: Response.json({ value: [{ ...everyGrant, scope: 'Mail.Read' }] }) },
    );
    const { grants } = await read();
    expect(grants.state === 'read' && grants.granted.map(({ value }) => value)).toEqual([
      'Directory.Read.All',
      'Mail.Read',
    ]);
  });

  test('of which one fails is not read', async () => {
    const { read } = reader(
      { ...good, oauth2PermissionGrants: page([everyGrant], next('more?$skiptoken=2')) },
      { [path]: Response.json({ error: { code: 'Denied' } }, { status: 403 }) },
    );
    expect((await read()).grants).toMatchObject({ state: 'refused', status: 403 });
  });

  test('that never ends is not read', async () => {
    const endless = Response.json({ value: [everyGrant], '@odata.nextLink': next('more?$skiptoken=2') });
    const { read, sent } = reader(
      { ...good, oauth2PermissionGrants: page([everyGrant], next('more?$skiptoken=2')) },
      { [path]: endless },
    );
    expect((await read()).grants).toMatchObject({ state: 'refused', code: 'answer_malformed' });
    expect(sent.length).toBeLessThan(30);
  });

  test.each([
    'https://evil.example/v1.0/more',
    'https://graph.microsoft.com.evil.example/v1.0/more',
    'https://graph.microsoft.com@evil.example/v1.0/more',
    'https://graph.microsoft.com/beta/more',
    'https://graph.microsoft.com/v1.0/../beta/more',
    'http://graph.microsoft.com/v1.0/more',
    'https://user:password@graph.microsoft.com/v1.0/more',
    'javascript:alert(1)',
    'more',
  ])('T55: whose next page is %s is not read, and nobody is asked there', async (link) => {
    const { read, sent } = reader({ ...good, oauth2PermissionGrants: page([everyGrant], link) });
    expect((await read()).grants).toMatchObject({ state: 'refused', code: 'answer_malformed' });
    expect(sent.every(({ address }) => address.endsWith('/$batch'))).toBe(true);
  });
});
