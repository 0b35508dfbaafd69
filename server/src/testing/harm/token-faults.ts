import { textOf, type AnswerFault, type WireAnswer } from './answer-faults.ts';

type Fields = Readonly<Record<string, unknown>>;

const fields = (name: string, kind: AnswerFault['kind'], change: (fields: Fields) => Fields): AnswerFault => ({
  name,
  kind,
  harm: (answer: WireAnswer) => ({ ...answer, body: JSON.stringify(change(JSON.parse(textOf(answer)) as Fields)) }),
});

/** The claims of a token changed. Its signature does not hold any more, so Graph refuses it as it would. */
const claims = (name: string, change: (claims: Fields) => Fields): AnswerFault =>
  fields(name, 'identity', (all) => {
    const [header = '', payload = '', signature = ''] = String(all['access_token']).split('.');
    const changed = change(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Fields);
    const written = Buffer.from(JSON.stringify(changed)).toString('base64url');
    return { ...all, access_token: [header, written, signature].join('.') };
  });

/** Faults of a token's answer alone. */
export const tokenFaults: readonly AnswerFault[] = [
  fields('no access token', 'content', ({ access_token: _, ...rest }) => rest),
  fields('an empty access token', 'content', (all) => ({ ...all, access_token: '' })),
  fields('an access token that is a number', 'content', (all) => ({ ...all, access_token: 7 })),
  fields('an access token that is null', 'content', (all) => ({ ...all, access_token: null })),
  fields('an access token cut off', 'content', (all) => ({
    ...all,
    access_token: String(all['access_token']).slice(0, -9),
  })),
  fields('the id token in its place', 'identity', (all) => ({ ...all, access_token: all['id_token'] })),
  fields('the refresh token in its place', 'identity', (all) => ({ ...all, access_token: all['refresh_token'] })),
  claims('a token of another tenant', (all) => ({ ...all, tid: '7c1a2b3c-0000-4000-8000-00000000dead' })),
  claims('a token of another app', (all) => ({ ...all, appid: '7c1a2b3c-0000-4000-8000-00000000dead' })),
  claims('a token from before the consent', (all) => ({ ...all, iat: Number(all['iat']) - 86_400 })),
  claims('a token that has ended', (all) => ({ ...all, exp: Number(all['iat']) - 10 })),
  claims('a token for another service', (all) => ({ ...all, aud: 'https://vault.azure.net' })),
  claims('a token without a permission', (all) => ({ ...all, scp: '' })),
];
