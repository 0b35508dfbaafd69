import {
  deletePassword,
  givePassword,
  readPassword,
  recordAcknowledgement,
  testPassword,
  useLinkInstead,
} from '@latchkey/shared/api/passwords';
import { actorOf, type Mount, type Operator } from '../http/call.ts';
import { SecretBytes } from '../sealing/secret-bytes.ts';
import type { RecordsAcknowledgements } from './acknowledge.ts';
import type { CustomerRequest } from './customer-request.ts';
import type { TakesPasswords } from './give-password.ts';
import type { KeepsPasswords } from './read-password.ts';
import type { TestsPasswords } from './test-password.ts';
import type { UsesLinkInstead } from './use-link-instead.ts';

export interface PasswordServices {
  readonly acknowledger: RecordsAcknowledgements;
  readonly taker: TakesPasswords;
  readonly tester: TestsPasswords;
  readonly keeper: KeepsPasswords;
  readonly linkInstead: UsesLinkInstead;
}

interface AboutOne {
  readonly params: { readonly customerId: string };
  readonly operator: Operator;
  readonly requestId: string;
}

const requestOf = ({ params, operator, requestId }: AboutOne): CustomerRequest => ({
  customerId: params.customerId,
  actor: actorOf(operator),
  role: operator.role,
  requestId,
});

/** The acknowledgement and the password of one customer. No answer of these has a password in it: their schemas have no place for one. */
export function mountPasswords(
  mount: Mount,
  { acknowledger, taker, tester, keeper, linkInstead }: PasswordServices,
): void {
  mount(readPassword, ({ params, operator }) => keeper.read(params.customerId, operator.role));
  mount(recordAcknowledgement, (call) => acknowledger.record({ ...requestOf(call), ...call.body }));
  mount(givePassword, (call) => {
    const { username, password } = call.body;
    return taker.give({ ...requestOf(call), username, password: SecretBytes.copy(password) });
  });
  mount(testPassword, (call) => tester.test(requestOf(call)));
  mount(useLinkInstead, (call) => {
    const { body, idempotency } = call;
    return linkInstead.useLink({ ...requestOf(call), replacePending: body?.replacePending, idempotency });
  });
  mount(deletePassword, (call) => keeper.delete(requestOf(call)));
}
