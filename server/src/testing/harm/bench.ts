import { resources, type PermissionProfile } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { defaultJudgeSettings } from '@latchkey/shared/validation/judge';
import { connected, graphScopes } from '../../../sandbox/testing/journeys.ts';
import { practise } from '../../../sandbox/testing/practice.ts';
import { sampleCloud as cloud } from '../../microsoft/microsoft-samples.ts';
import { openMicrosoft } from '../../microsoft/open-microsoft.ts';
import { Secret } from '../../sealing/secret.ts';
import { credentialsOf } from '../../validation/credentials.ts';
import { observe, type Judged } from '../../validation/observe.ts';
import type { WireAnswer } from './answer-faults.ts';

const impersonation = { resourceAppId: resources.teamsAdmin, kind: 'delegated', value: 'user_impersonation' } as const;
/** Direct Routing, and the administration of Teams: everything that is asked for anywhere. */
const profile: PermissionProfile = {
  ...directRoutingDelegated,
  permissions: [...directRoutingDelegated.permissions, { ...impersonation, required: true }],
};

/** One request to Microsoft, as it goes over the wire, and the answer that it would get. */
export interface WireCall {
  readonly what: 'token' | 'graph' | 'teams-admin';
  readonly path: string;
  readonly sent: string;
  readonly answer: WireAnswer;
}

/** Who stands behind the ports of the sample cloud. */
const services = {
  1: { what: 'token', host: 'login.microsoftonline.com', service: 'signIn' },
  2: { what: 'graph', host: 'graph.microsoft.com', service: 'graph' },
  3: { what: 'teams-admin', host: 'api.interfaces.records.teams.microsoft.com', service: 'teamsAdmin' },
} as const;

export type Harms = (call: WireCall, secrets: readonly string[]) => WireAnswer | Error;

/** `live`: the practice tenant is asked each time. `replayed`: what it answered to the same request with the same token, once. */
export type Source = 'live' | 'replayed';

/** Validations of a consented connection against a practice tenant without sockets; each answer may be harmed on its way. */
export async function openBench() {
  const practice = practise();
  const { tenantId, registrations } = practice;
  const before = new Date(practice.world.clock.now() - 1000).toISOString();
  const { body } = await connected(practice, true, `${graphScopes} ${resources.teamsAdmin}/user_impersonation`);
  const refresh = String(body['refresh_token']);
  const secret = registrations.consent.secrets[0]!.value;
  const now = () => new Date(practice.world.clock.now());

  const kept = new Map<string, Promise<WireCall>>();

  /** A token is good for an hour, and Graph answers alike for as long as nothing changes. Another token gets no kept answer. */
  function replay(input: string, init: RequestInit): Promise<WireCall> {
    const { authorization = '' } = Object.fromEntries(new Headers(init.headers));
    const sent = typeof init.body === 'string' ? init.body : '';
    // What differs between two requests for a token is the resource that it is for.
    const key = [input, authorization, authorization === '' ? new URLSearchParams(sent).get('scope') : sent].join(' ');
    const known = kept.get(key) ?? ask(input, init);
    kept.set(key, known);
    return known;
  }

  async function ask(input: string, init: RequestInit): Promise<WireCall> {
    const { pathname, search, port } = new URL(input);
    const { what, host, service } = services[Number(port) as keyof typeof services];
    const { signal: _, ...rest } = init;
    const response = await practice[service].request(`https://${host}${pathname}${search}`, rest);
    const answer = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
    return { what, path: pathname, sent: typeof init.body === 'string' ? init.body : '', answer };
  }

  return {
    now,
    before,
    /** One validation from a cold start, with every answer going through `harms`. Gives what came out, and the secrets that went in. */
    async validate(harms: Harms, { source = 'replayed' as Source, consentChangedAt = before as string | null } = {}) {
      const secrets = [refresh, secret];
      const calls: WireCall[] = [];
      const fetch: typeof globalThis.fetch = async (input, init = {}) => {
        const bearer = new Headers(init.headers).get('authorization')?.slice('Bearer '.length);
        // What a harmed answer calls a token may be as short as "7": that is nobody's secret.
        if (bearer !== undefined && bearer.length > 16 && !secrets.includes(bearer)) secrets.unshift(bearer);
        const call = await (source === 'live' ? ask : replay)(String(input), init);
        calls.push(call);
        const harmed = harms(call, secrets);
        if (harmed instanceof Error) throw harmed;
        return new Response(harmed.body === '' ? null : harmed.body, harmed);
      };
      const microsoft = openMicrosoft({
        configuration: {
          cloud,
          consentClientId: registrations.consent.clientId,
          consentCredential: { kind: 'secret', secret: new Secret(secret), expiresAt: null },
        },
        cache: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
        fetch,
        now,
      });
      const token = await microsoft.signIn.refresh({ tenantId, refresh: new Secret(refresh) });
      const judged: Judged = await observe(
        { tenantState: microsoft.tenantState, judgeSettings: defaultJudgeSettings, clientCredential: null, now },
        token,
        {
          tenantId,
          profile,
          as: 'account',
          tokenFor: (resourceAppId) =>
            microsoft.signIn.refresh({ tenantId, refresh: new Secret(refresh), resourceAppId }),
          consentChangedAt,
          credentials: credentialsOf(token, { sealedAt: before, client: null }),
        },
      );
      return { judged, calls, secrets };
    },
  };
}
