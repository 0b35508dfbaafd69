import { apps } from './faults/apps.ts';
import { customerSteps } from './faults/customer-steps.ts';
import { operatorSteps } from './faults/operator-steps.ts';
import { people } from './faults/people.ts';
import { policies } from './faults/policies.ts';
import { graph, oauth, service, status, transport } from './faults/service.ts';

/** Every fault of Microsoft's in words: what happened, and the one thing to do. Large, so loaded where an error is read and nowhere else. */
export const faults = {
  aadsts: { ...people, ...policies, ...apps, ...service },
  graph,
  oauth,
  transport,
  status,
  nextSteps: { operator: operatorSteps, customer: customerSteps },
  /** What we do not know gets honest words. */
  unknown: {
    aadsts: 'Microsoft names a reason that we do not know.',
    nothing: 'No error of Microsoft’s was found in this text.',
  },
} as const;
