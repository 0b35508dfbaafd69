import type { TokenAnswer } from '../consent/sign-in.ts';
import type { SecretBytes } from '../sealing/secret-bytes.ts';

/** The password grant. Nobody but the tester of passwords has it. */
export interface ProvesPasswords {
  /** One request, never repeated. The password is wiped when this is over. */
  prove(account: {
    readonly tenantId: string;
    readonly username: string;
    readonly password: SecretBytes;
  }): Promise<TokenAnswer>;
}
