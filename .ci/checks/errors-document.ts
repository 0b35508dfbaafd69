import { aadstsFaults } from '../../shared/src/errors/aadsts/aadsts-faults.ts';
import { errorCatalogue } from '../../shared/src/errors/catalogue.ts';
import { graphFaults } from '../../shared/src/errors/graph-faults.ts';
import type { MicrosoftFault } from '../../shared/src/errors/microsoft-fault.ts';
import { oauthFaults } from '../../shared/src/errors/oauth-faults.ts';
import { transportFaults } from '../../shared/src/errors/transport-faults.ts';
import { en } from '../../shared/src/words/en.ts';
import { faults } from '../../shared/src/words/en/faults.ts';

const owners = {
  customer: 'the customer',
  provider: 'the provider',
  microsoft: 'Microsoft',
  nobody: 'nobody',
} as const;
const retries = {
  never: 'not before somebody changed something',
  later: 'later, by itself',
  propagation: 'for some minutes after a consent',
  sign_in: 'once a person signs in again',
} as const;

/** docs/errors.md: every error of the API, and every fault of Microsoft's that we know, from the very tables that the program reads. */
export const errorsDocument = (): string =>
  [
    '# Errors',
    'Every error that the API answers with (RFC 9457, `application/problem+json`) has its heading here, by its `code`. Behind them stand the faults of Microsoft’s that the error doctor knows.',
    'This page is made from the catalogue: `vitest run --project house -u .ci/checks/catalogue.test.ts` writes it again.',
    '## Errors of the API',
    ...Object.entries(errorCatalogue).map(([code, { status, owner, retry }]) => {
      const { title, nextStep } = en.errors[code as keyof typeof errorCatalogue];
      const again = retry === 'later' ? 'may be sent again later' : 'is not sent again as it is';
      return `### ${code}\n\n${title} ${nextStep}\n\nHTTP ${status}; who must act: ${owners[owner]}; the same request ${again}.`;
    }),
    '## Faults of Microsoft’s',
    'A number or a name chooses words, and nothing else: what the program does follows from OAuth’s `error`, its `suberror` and the HTTP status. What stands in no table gets honest words, and the correlation id.',
    '### AADSTS numbers',
    list(aadstsFaults, faults.aadsts, 'AADSTS'),
    '### Codes of Graph',
    list(graphFaults, faults.graph),
    '### On the way to Microsoft',
    list(transportFaults, faults.transport),
    '### OAuth, where no number says more',
    list(oauthFaults, faults.oauth),
  ].join('\n\n') + '\n';

const list = (
  table: Readonly<Record<string, MicrosoftFault>>,
  titles: Readonly<Record<string, string>>,
  prefix = '',
): string =>
  Object.entries(table)
    .map(([key, { owner, retry, next }]) => {
      const step = faults.nextSteps.operator[next];
      return `- \`${prefix}${key}\`: ${titles[key]} ${step} Who must act: ${owners[owner]}. Tried again: ${retries[retry]}.`;
    })
    .join('\n');
