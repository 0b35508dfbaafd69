import { listChanges, streamChanges } from './changes.ts';
import { readConfiguration } from './configuration.ts';
import { validateConnection } from './connections.ts';
import { listCustomers } from './customers.ts';
import type { Endpoint } from './endpoint.ts';
import { addService, copyLink, listInvitations, readInvitation } from './invitations.ts';
import { closeSession, openSession, readSession } from './session.ts';

/** What every page of a client may call. */
export const commonEndpoints = {
  readConfiguration,
  openSession,
  readSession,
  closeSession,
  listCustomers,
  listInvitations,
  readInvitation,
  copyLink,
  addService,
  validateConnection,
  listChanges,
  streamChanges,
} as const satisfies Record<string, Endpoint>;
