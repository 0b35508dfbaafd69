import { apps } from './faults/apps.ts';
import { customerSteps } from './faults/customer-steps.ts';
import { people } from './faults/people.ts';
import { policies } from './faults/policies.ts';
import { graph, oauth, service, status, transport } from './faults/service.ts';

/** Every fault of Microsoft's in words, for the customer’s administrator; operators read English. */
export const faults = {
  aadsts: { ...people, ...policies, ...apps, ...service },
  graph,
  oauth,
  transport,
  status,
  nextSteps: { customer: customerSteps },
  unknown: {
    aadsts: 'Microsoft nennt einen Grund, den wir nicht kennen.',
    nothing: 'In diesem Text wurde kein Fehler von Microsoft gefunden.',
  },
} as const;
