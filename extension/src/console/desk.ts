import type { ServiceView } from '@latchkey/shared/api/services';
import { signal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createInvitationActions, type InvitationActions } from '../checklist/invitation-actions.ts';
import { openPending, type Pending } from '../checklist/pending.ts';
import { createValidator, type Validator } from '../connections/validator.ts';
import type { ValidationOutcome } from '../connections/validation-outcome.ts';
import type { Reply } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import type { Surroundings } from '../session/surroundings.ts';
import { noDrafts, type Drafts } from './drafts.ts';
import { createPagedList, type PagedList } from './paged-list.ts';

/** What the pages of the console share while one operator is signed in. */
export interface Desk {
  readonly pending: Pending;
  readonly services: PagedList<ServiceView>;
  readonly actions: InvitationActions;
  readonly validator: Validator;
  /** What the last validation came to: said at the top, until it is closed. */
  readonly confirmation: Signal<ValidationOutcome | null>;
  readonly drafts: Drafts;
  readonly goTo: (hash: string) => void;
  /** Reads one thing, and reads it again whenever the server tells of a change to it. */
  readonly follow: <Value>(load: () => Promise<Reply<Value>>, concerns: string, end: AbortSignal) => Resource<Value>;
}

export function openDesk(surroundings: Surroundings, end: AbortSignal): Desk {
  const { api, clock } = surroundings;
  const pending = openPending(surroundings, end);
  const validator = createValidator(surroundings);
  const goTo = (hash: string) => void (location.hash = hash);
  const services = createPagedList<ServiceView>((before) => api.call('listServices', { query: { before } }), clock.now);
  void services.list.refresh();
  pending.listen(({ serviceId, connectionId }) => {
    if (serviceId !== null || connectionId !== null) void services.list.refresh();
  }, end);
  return {
    pending,
    services,
    validator,
    confirmation: signal(null),
    drafts: noDrafts(),
    goTo,
    actions: createInvitationActions({ surroundings, pending, validator, goTo }),
    follow(load, concerns, until) {
      const resource = createResource(load, clock.now);
      pending.listen((change) => {
        const { customerId, invitationId, connectionId, serviceId } = change;
        if ([customerId, invitationId, connectionId, serviceId].includes(concerns)) void resource.refresh();
      }, until);
      return resource;
    },
  };
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** The desk of the operator who is signed in. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A page of the console is drawn without its desk.');
  return desk;
}
