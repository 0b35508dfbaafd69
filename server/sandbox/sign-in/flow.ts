import type { Asked, AskedScopes } from '../directory/permissions.ts';
import type { Person, Registration, Tenant } from '../directory/records.ts';
import type { World } from '../world/world.ts';
import { isShared } from './metadata.ts';

/** Where an answer goes, and how. */
export interface WayBack {
  readonly redirect: Registration['redirects'][number];
  readonly responseMode: 'query' | 'fragment' | 'form_post';
  readonly state: string | undefined;
}

/** What an application asked the sign-in page for. */
export interface SignInRequest extends WayBack {
  readonly kind: 'authorize' | 'admin consent';
  readonly client: Registration;
  /** The tenant as it stood in the path. */
  readonly segment: string;
  readonly scopes: AskedScopes;
  readonly scopeText: string;
  readonly prompt: string | undefined;
  readonly loginHint: string | undefined;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly wantsClientInfo: boolean;
}

/** One visit to the sign-in pages, from the first page to the answer. */
export interface Flow {
  readonly request: SignInRequest;
  readonly startedAt: number;
  person?: Person;
  passwordProved: boolean;
  mfaProved: boolean;
  /** The number that the person compares with the one on the telephone. */
  readonly mfaNumber: number;
  /** Entered in the browser's session already. */
  remembered: boolean;
  /** Was shown the page on which approval can be requested. */
  mayRequest?: boolean;
  /** What the consent page shows at the moment: only that can be accepted. */
  offer?: { readonly asked: readonly Asked[]; readonly box: boolean };
}

/** The tenant that a flow is about: the path's, or with /organizations the person's own. */
export function tenantOf(world: World, { request, person }: Flow): Tenant | undefined {
  const { directory } = world.state;
  if (!isShared(request.segment)) return directory.tenantNamed(request.segment);
  return person && directory.tenantNamed(person.tenantId);
}

/** The flow that a page of ours names, unless it is gone or an hour old. */
export function openFlow(world: World, name: unknown): Flow | undefined {
  const flow = typeof name === 'string' ? world.state.flows.get(name) : undefined;
  return flow && world.clock.now() - flow.startedAt < 60 * 60 * 1000 ? flow : undefined;
}

/** A second factor is asked of people who have one, and of everybody by the portals. */
export const needsMfa = ({ request }: Flow, person: Person): boolean => person.mfa || request.client.demandsMfa;
