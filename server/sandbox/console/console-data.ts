import type { consoleLicences, ConsoleMethod } from './page/lists.ts';

/** Who is signed in at the provider's console. */
export interface ConsoleSession {
  readonly signedIn: true;
  readonly name: string;
  readonly provider: string;
}

/** Before anybody is: whom the practice lets in. */
export interface ConsoleDoor {
  readonly signedIn: false;
  readonly provider: string;
  readonly people: readonly { readonly name: string; readonly username: string }[];
}

/** What the wizard's first page asks for. */
export interface ConsoleOrder {
  readonly fullName: string;
  readonly shortName: string;
  readonly licence: (typeof consoleLicences)[number];
  readonly users: number;
  readonly method: ConsoleMethod;
  readonly email: string;
}

/** A service in that console's own record. */
export interface ConsoleService extends ConsoleOrder {
  readonly tenantId: string | null;
  readonly account: string | null;
}

/** A row of that console's own Pending Invitations. */
export interface ConsoleInvitation extends ConsoleOrder {
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly emailSent: boolean;
  readonly sentCount: number;
  readonly status: 'Waiting' | 'Authentication Complete';
}

/** What that console says after Validate Authentication: the same for everybody. */
export interface ConsoleValidation {
  readonly status: 'Successful';
}
