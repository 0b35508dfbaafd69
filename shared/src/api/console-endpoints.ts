import { listPermissionProfiles, readConsentDiff, readProfileChange, savePermissionProfile } from './permissions.ts';
import { changeProfile, inviteAgain, listLackingCustomers, readPendingBefore } from './approve-again.ts';
import { listAlertTargets, removeAlertTarget, replayAlerts, saveAlertTarget, testAlertTarget } from './alerts.ts';
import { exportAudit, listAudit } from './audit.ts';
import { readBranding, saveBranding } from './branding.ts';
import { checkPermissionsOfConnection, readConnection, readLatestValidation } from './connections.ts';
import { exportStandings, listStandings } from './customer-standings.ts';
import { readCustomer } from './customers.ts';
import { readCandidate } from './candidates.ts';
import { diagnoseText } from './diagnosis.ts';
import { readDomainSignIn } from './domain-sign-in.ts';
import type { Endpoint } from './endpoint.ts';
import { readHistory, readStretches } from './history.ts';
import { chooseMethod, createInvitation, makeStartTicket, switchToLink } from './new-invitation.ts';
import {
  listInvitationMails,
  previewInvitationMail,
  readMailSetting,
  renewInvitation,
  sendInvitation,
} from './invitation-mails.ts';
import { listOperators, signOutOperator } from './operators.ts';
import {
  deletePassword,
  givePassword,
  readPassword,
  recordAcknowledgement,
  testPassword,
  useLinkInstead,
} from './passwords.ts';
import { listMailTemplates, previewMailTemplate, saveMailTemplate, testMailTemplate } from './mail-templates.ts';
import { cancelAdoption, checkAdoption, listAdoptions, readAdoptionResult, startAdoption } from './adoptions.ts';
import { cancelImport, checkImport, listImports, readImportResult, startImport } from './invitation-imports.ts';
import { cancelInvitation } from './invitations.ts';
import { exportPending, listPending } from './pending-invitations.ts';
import { readPolicies, setMethodPolicy } from './policies.ts';
import { checkRegistrations } from './registrations.ts';
import { listServices, readService } from './services.ts';
import { lookUpTenant } from './tenants.ts';
import { cancelRun, listRuns, pauseRun, readRun, resumeRun, startRun } from './validation-runs.ts';

/** What only the console calls, or no page of the extension. Apart, because the popup opens at once and carries no more than it needs. */
export const consoleEndpoints = {
  listAudit,
  exportAudit,
  listOperators,
  signOutOperator,
  diagnoseText,
  lookUpTenant,
  readCustomer,
  listServices,
  readService,
  readConnection,
  checkPermissionsOfConnection,
  readLatestValidation,
  createInvitation,
  chooseMethod,
  makeStartTicket,
  switchToLink,
  cancelInvitation,
  readBranding,
  saveBranding,
  readPolicies,
  setMethodPolicy,
  readDomainSignIn,
  readPassword,
  recordAcknowledgement,
  givePassword,
  testPassword,
  deletePassword,
  useLinkInstead,
  listPermissionProfiles,
  savePermissionProfile,
  listLackingCustomers,
  inviteAgain,
  readConsentDiff,
  readPendingBefore,
  readProfileChange,
  changeProfile,
  listAlertTargets,
  saveAlertTarget,
  removeAlertTarget,
  replayAlerts,
  testAlertTarget,
  readMailSetting,
  listInvitationMails,
  sendInvitation,
  renewInvitation,
  previewInvitationMail,
  listMailTemplates,
  saveMailTemplate,
  previewMailTemplate,
  testMailTemplate,
  listStandings,
  exportStandings,
  listPending,
  exportPending,
  checkImport,
  startImport,
  listImports,
  cancelImport,
  readImportResult,
  checkAdoption,
  startAdoption,
  listAdoptions,
  cancelAdoption,
  readAdoptionResult,
  readHistory,
  readStretches,
  readCandidate,
  startRun,
  listRuns,
  readRun,
  pauseRun,
  resumeRun,
  cancelRun,
  checkRegistrations,
} as const satisfies Record<string, Endpoint>;
