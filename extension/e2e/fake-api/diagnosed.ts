import type { DiagnosisView } from '@latchkey/shared/api/diagnosis';
import { readPaste } from '@latchkey/shared/errors/doctor/read-paste';
import type { FakeState } from './state.ts';

/** What the server adds to what the page reads itself: whose tenant it is. */
export function diagnosed({ customers }: FakeState, text: string): DiagnosisView {
  const paste = readPaste(text);
  if (paste.state === 'refused') return { refused: true, found: null, fault: null, customer: null };
  const { found } = paste;
  const about = customers.find(({ tenantId, domain }) =>
    [found.tenantId, found.tenantDomain].some((name) => name !== null && [tenantId, domain].includes(name)),
  );
  return {
    refused: false,
    found: { ...found, aadsts: [...found.aadsts] },
    fault: null,
    customer:
      about === undefined
        ? null
        : {
            id: about.id,
            fullName: about.fullName,
            tenantId: about.tenantId,
            connectionId: about.connection?.id ?? null,
            invitationId: about.invitation?.id ?? null,
          },
  };
}
