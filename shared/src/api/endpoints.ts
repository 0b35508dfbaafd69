import { listChanges, streamChanges } from './changes.ts';
import { readConfiguration } from './configuration.ts';
import {
  checkPermissionsOfConnection,
  readConnection,
  readLatestValidation,
  validateConnection,
} from './connections.ts';
import { listCustomers, listServices, readCustomer, readService } from './customers.ts';
import { diagnoseText } from './diagnosis.ts';
import type { Endpoint } from './endpoint.ts';
import { closeGuestSession, openGuestSession } from './guest-session.ts';
import { checkGuide, readGuide, streamGuideChanges } from './guides.ts';
import {
  addService,
  cancelInvitation,
  chooseMethod,
  copyLink,
  createInvitation,
  listInvitations,
  makeStartTicket,
  readInvitation,
  switchToLink,
} from './invitations.ts';
import { deletePassword, givePassword, readPassword, recordAcknowledgement, testPassword } from './passwords.ts';
import { readPolicies, setMethodPolicy } from './policies.ts';
import { closeSession, openSession, readSession } from './session.ts';
import { lookUpTenant } from './tenants.ts';

/** Every endpoint there is: what the server mounts, the description lists and the tests walk through. */
export const endpoints = {
  readConfiguration,
  openSession,
  readSession,
  closeSession,
  lookUpTenant,
  listCustomers,
  readCustomer,
  listServices,
  readService,
  createInvitation,
  listInvitations,
  readInvitation,
  chooseMethod,
  copyLink,
  makeStartTicket,
  cancelInvitation,
  switchToLink,
  addService,
  readPolicies,
  setMethodPolicy,
  readPassword,
  recordAcknowledgement,
  givePassword,
  testPassword,
  deletePassword,
  readConnection,
  validateConnection,
  checkPermissionsOfConnection,
  readLatestValidation,
  diagnoseText,
  listChanges,
  streamChanges,
  readGuide,
  checkGuide,
  streamGuideChanges,
  openGuestSession,
  closeGuestSession,
} as const satisfies Record<string, Endpoint>;
