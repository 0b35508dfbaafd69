import { listChanges, streamChanges } from './changes.ts';
import { readConfiguration } from './configuration.ts';
import {
  checkPermissionsOfConnection,
  readConnection,
  readLatestValidation,
  validateConnection,
} from './connections.ts';
import { listCustomers, listServices, readCustomer, readService } from './customers.ts';
import type { Endpoint } from './endpoint.ts';
import { addService, cancelInvitation, copyLink, listInvitations, readInvitation } from './invitations.ts';
import { closeSession, openSession, readSession } from './session.ts';
import { lookUpTenant } from './tenants.ts';

/** What every page of a client may call. */
export const commonEndpoints = {
  readConfiguration,
  openSession,
  readSession,
  closeSession,
  lookUpTenant,
  listCustomers,
  readCustomer,
  listServices,
  readService,
  listInvitations,
  readInvitation,
  copyLink,
  cancelInvitation,
  addService,
  readConnection,
  validateConnection,
  checkPermissionsOfConnection,
  readLatestValidation,
  listChanges,
  streamChanges,
} as const satisfies Record<string, Endpoint>;
