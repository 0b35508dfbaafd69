import type { Registration, Tenant } from '../../directory/records.ts';
import type { World } from '../../world/world.ts';
import type { Outcome } from '../errors.ts';

/** A request to the token endpoint, with its client found and its client's credentials checked as far as sent. */
export interface TokenAsk {
  readonly world: World;
  readonly client: Registration;
  /** The tenant of the path; nobody with /organizations and /common. */
  readonly tenant: Tenant | undefined;
  readonly segment: string;
  readonly form: Readonly<Record<string, string | undefined>>;
  /** Sent by a browser's script. */
  readonly origin: string | undefined;
  /** Whether the client proved itself; a wrong proof never comes this far. */
  readonly clientProved: boolean;
}

/** What the token endpoint answers. */
interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
  readonly id_token?: string;
  readonly client_info?: string;
}

/** What a grant leaves: the answer, and who it was for (for the log). */
export interface Issued {
  readonly answer: TokenAnswer;
  readonly tenantId: string;
  readonly account?: string;
  readonly scopes: readonly string[];
}

export type GrantHandler = (ask: TokenAsk) => Promise<Outcome<Issued>> | Outcome<Issued>;
