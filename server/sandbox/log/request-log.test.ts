import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { accept, codeForm, consentAddress, token, verifier } from '../testing/journeys.ts';
import { practise, temporaryFolder } from '../testing/practice.ts';
import { loggablePath } from './loggable-path.ts';
import { logged, type Env } from './logged.ts';
import { openRequestLog } from './request-log.ts';

test('a line is in the file before anybody hears of the answer', () => {
  const file = join(temporaryFolder(), 'requests.jsonl');
  const log = openRequestLog(file);
  log.append({ at: 'now', service: 'login', method: 'GET', path: '/', status: 200, requestId: 'one' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ sequence: 1, requestId: 'one' });
  log.close();
});

test('that another site was named as where somebody came from is told, and not which', async () => {
  const world = practise().world;
  const log = openRequestLog(join(temporaryFolder(), 'requests.jsonl'));
  const there = new Hono<Env>().use(logged(world, log, 'login')).get('/', (c) => c.text('here'));
  const host = 'login.microsoftonline.com';
  for (const referer of ['https://latchkey.example/i/start', `https://${host}/common`, undefined])
    await there.request('/', { headers: { host, ...(referer !== undefined && { referer }) } });
  expect(log.all().map(({ cameFromElsewhere }) => cameFromElsewhere)).toEqual([true, undefined, undefined]);
  expect(JSON.stringify(log.all())).not.toContain('latchkey.example');
  log.close();
});

test('a whole consent leaves its trace, and no secret and nothing that a stranger typed', async () => {
  const practice = practise();
  const browser = practice.browse();
  const typed = [
    'stranger-in-the-name@example.org',
    'stranger-in-the-password',
    'stranger-in-the-path',
    'stranger-state',
  ];
  const first = await browser.open(consentAddress(practice, { state: typed[3] }));
  await browser.press(first, 'Next', { username: typed[0]! });
  await browser.press(first, 'Next', { username: practice.admin.username });
  await browser.press({ ...first, html: first.html.replaceAll('/account', '/password') }, 'Next', {
    password: typed[1]!,
  });
  await browser.open(`/${typed[2]}/v2.0/.well-known/openid-configuration`);
  await browser.open(`/common/${typed[2]}`);
  const { left } = await accept(practice.browse(), consentAddress(practice), practice.admin, true);
  const code = left!.searchParams.get('code')!;
  const { body } = await token(practice, codeForm(practice, code));
  await token(practice, codeForm(practice, code, { grant_type: typed[0], client_id: typed[1] }));

  const text = JSON.stringify(practice.log.all());
  const secrets = [
    practice.admin.password,
    practice.registrations.consent.secrets[0]!.value,
    code,
    verifier,
    'the-state',
    'the-nonce',
    ...browser.cookies.values(),
    ...['access_token', 'id_token', 'refresh_token'].map((name) => String(body[name])),
  ];
  for (const never of [...typed, ...secrets]) expect(text).not.toContain(never);
  // The control: what may be said is said, so the search above looks in the right place.
  expect(text).toContain(practice.admin.username);
  expect(practice.log.all().find(({ grantType }) => grantType === 'authorization_code')).toMatchObject({
    service: 'login',
    path: `/${practice.tenantId}/oauth2/v2.0/token`,
    status: 200,
    clientId: practice.registrations.consent.clientId,
    tenantId: practice.tenantId,
    account: practice.admin.username,
  });
  const accepted = practice.log.all().find(({ upstreamPermissions }) => upstreamPermissions !== undefined)!;
  expect(accepted.path).toBe('/common/sign-in/consent');
  expect(accepted.upstreamPermissions).toContainEqual(
    expect.objectContaining({ value: 'Directory.Read.All', consentType: 'AllPrincipals' }),
  );
});

test.each([
  ['/contoso.com/oauth2/v2.0/token?code=x', '/contoso.com/oauth2/v2.0/token'],
  ['/secret/oauth2/v2.0/token', '/*/oauth2/v2.0/token'],
  [
    "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')",
    "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')",
  ],
  ["/v1.0/servicePrincipals(appId='secret')", '/v1.0/*'],
  ['/v1.0/%E0%A4%A', '/v1.0/*'],
])('%s is logged as %s', (path, logged) => {
  expect(loggablePath(practise().world.state.directory, path)).toBe(logged);
});
