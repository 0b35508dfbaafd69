import type { ColumnType } from 'kysely';

/** Integers come back as numbers from either engine; writing takes numbers. Truth values are 0 and 1. */
type Flag = ColumnType<number, number, number>;

interface CustomersTable {
  id: string;
  tenant_id: string;
  domain: string | null;
  cloud: string;
  full_name: string;
  name_key: string;
  language: string;
  created_at: string;
  created_by: string;
  version: number;
}

interface OrderColumns {
  kind: string;
  full_name: string;
  short_name: string;
  licence_type: string;
  licensed_users: number;
}

interface ServicesTable extends OrderColumns {
  id: string;
  customer_id: string;
  invitation_id: string | null;
  short_name_key: string;
  added_at: string;
  added_by: string;
  version: number;
}

interface InvitationsTable extends OrderColumns {
  id: string;
  customer_id: string;
  short_name_key: string;
  method: string | null;
  profile_id: string | null;
  profile_version: number | null;
  status: string;
  /** Kept beside the status, so that the pending list is one walk of an index. */
  pending: Flag;
  status_since: string;
  started_at: string | null;
  expires_at: string;
  created_at: string;
  created_by_id: string;
  created_by_name: string;
  reference: string | null;
  link_version: number | null;
  link_key_id: string | null;
  link_hash: string | null;
  typed_code_hash: string | null;
  /** JSON. */
  refusal: string | null;
  new_one_asked_at: string | null;
  link_copied_at: string | null;
  version: number;
}

interface StartsTable {
  id: string;
  invitation_id: string;
  kind: string;
  state_hash: string;
  cookie_hash: string;
  sealed: string;
  created_at: string;
  used_at: string | null;
  superseded_at: string | null;
}

interface ConnectionsTable {
  id: string;
  customer_id: string;
  invitation_id: string | null;
  method: string;
  profile_id: string;
  profile_version: number;
  tenant_id: string;
  account_username: string | null;
  account_object_id: string | null;
  registration_object_id: string | null;
  sealed_tokens: string | null;
  tokens_version: number;
  sealed_at: string | null;
  consent_changed_at: string | null;
  verdict: string | null;
  /** Parts of the verdict, to filter and to order by. */
  verdict_name: string | null;
  verdict_owner: string | null;
  verdict_at: string | null;
  verdict_until: string | null;
  version: number;
}

interface CandidatesTable {
  connection_id: string;
  customer_id: string;
  invitation_id: string;
  method: string;
  profile_id: string;
  profile_version: number;
  account_username: string | null;
  account_object_id: string | null;
  registration_object_id: string | null;
  sealed_tokens: string | null;
  sealed_at: string | null;
  consent_changed_at: string;
  verdict: string;
  permissions: string | null;
  version: number;
}

interface ValidationRunsTable {
  id: string;
  kind: string;
  /** Of runs with the same key there is one. */
  run_key: string | null;
  state: string;
  chosen: string;
  total: number;
  created_at: string;
  created_by: string;
  moved_at: string;
  finished_at: string | null;
  version: number;
}

interface ValidationItemsTable {
  id: string;
  run_id: string;
  connection_id: string;
  state: string;
  outcome: string | null;
  claims: number;
  tries: number;
  due: string;
  done_at: string | null;
}

interface ValidationsTable {
  id: string;
  connection_id: string;
  at: string;
  kind: string;
  verdict: string;
  permissions: string | null;
  upstream: string;
  started_by: string;
  audit_seq: number;
  changed: Flag;
  /** Parts of the verdict, for what is told over time. */
  verdict_name: string;
  verdict_until: string;
}

interface ImportsTable {
  id: string;
  kind: string;
  profile_id: string | null;
  profile_version: number | null;
  state: string;
  total: number;
  created_at: string;
  created_by_id: string;
  created_by_name: string;
  finished_at: string | null;
  version: number;
}

interface ImportRowsTable {
  id: string;
  import_id: string;
  row_number: number;
  /** JSON. */
  wanted: string;
  state: string;
  outcome: string | null;
  invitation_id: string | null;
  connection_id: string | null;
  /** JSON: what was seen of a consent that was adopted. */
  found: string | null;
  claims: number;
  tries: number;
  due: string;
  done_at: string | null;
}

interface AuditTable {
  seq: number;
  at: string;
  action: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  customer_id: string | null;
  invitation_id: string | null;
  connection_id: string | null;
  service_id: string | null;
  request_id: string | null;
  details: string;
}

interface IdempotencyTable {
  key: string;
  operator_id: string;
  fingerprint: string;
  status: number;
  response: string;
  at: string;
}

interface VisitsTable {
  cookie_hash: string;
  invitation_id: string;
  link_version: number;
  expires_at: string;
}

interface StartTicketsTable {
  hash: string;
  invitation_id: string;
  good_until: string;
  used_at: string | null;
}

interface GuideCodesTable {
  hash: string;
  invitation_id: string;
  visit_hash: string;
  link_version: number;
  good_until: string;
  used_at: string | null;
}

interface WorkTable {
  id: string;
  kind: string;
  subject: string;
  due: string;
  attempts: number;
}

interface MethodPoliciesTable {
  method: string;
  is_on: Flag;
  changed_at: string;
  changed_by: string;
}

interface BrandingTable {
  id: string;
  version: number;
  accent_light: string | null;
  accent_dark: string | null;
  logo_type: string | null;
  logo_data: string | null;
  changed_at: string;
  changed_by: string;
}

interface MailTemplatesTable {
  kind: string;
  language: string;
  version: number;
  subject: string | null;
  body: string | null;
  changed_at: string;
  changed_by: string;
}

interface AcknowledgementsTable {
  customer_id: string;
  name: string;
  given_on: string;
  how: string;
  recorded_at: string;
  recorded_by: string;
}

interface PasswordsTable {
  customer_id: string;
  username: string;
  sealed_password: string;
  has_spaces_at_ends: Flag;
  stored_at: string;
  stored_by: string;
  proved_at: string | null;
  last_try_at: string | null;
  last_outcome: string | null;
  last_aadsts: number | null;
  last_correlation_id: string | null;
}

interface AlertTargetsTable {
  id: string;
  url: string;
  /** Null for a target that is told by mail. */
  sealed_secret: string | null;
  is_on: Flag;
  quiet: string | null;
  changed_at: string;
  changed_by: string;
  version: number;
}

interface AlertsTable {
  key: string;
  seq: number;
  at: string;
  kind: string;
  connection_id: string | null;
  /** The verdict that a change ends with. */
  becomes: string | null;
  data: string;
}

interface AlertDeliveriesTable {
  id: string;
  target_id: string;
  alert_key: string;
  state: string;
  claims: number;
  tries: number;
  due: string;
  done_at: string | null;
  /** How often it was asked for again. */
  replayed: number;
  /** Why it was not taken the last time. */
  fault: string | null;
  fault_code: number | null;
  fault_at: string | null;
}

interface InvitationMailsTable {
  id: string;
  invitation_id: string;
  link_version: number;
  kind: string;
  receiver: string;
  language: string;
  state: string;
  claims: number;
  tries: number;
  due: string;
  queued_at: string;
  queued_by_kind: string;
  queued_by_id: string | null;
  queued_by_name: string | null;
  /** Of mails with the same key there is one. */
  once_key: string | null;
  done_at: string | null;
  fault: string | null;
  fault_code: number | null;
  fault_at: string | null;
}

/** Every table, by name. */
export interface Tables {
  customers: CustomersTable;
  services: ServicesTable;
  short_names: { key: string; invitation_id: string | null };
  invitations: InvitationsTable;
  starts: StartsTable;
  connections: ConnectionsTable;
  connection_candidates: CandidatesTable;
  validations: ValidationsTable;
  audit: AuditTable;
  idempotency: IdempotencyTable;
  invitation_visits: VisitsTable;
  start_tickets: StartTicketsTable;
  guide_codes: GuideCodesTable;
  work: WorkTable;
  validation_runs: ValidationRunsTable;
  validation_items: ValidationItemsTable;
  invitation_imports: ImportsTable;
  invitation_import_rows: ImportRowsTable;
  alert_targets: AlertTargetsTable;
  alerts: AlertsTable;
  alert_deliveries: AlertDeliveriesTable;
  invitation_mails: InvitationMailsTable;
  /** Links that were good before they were renewed, by hash. */
  former_links: { hash: string; typed_code_hash: string; invitation_id: string };
  leases: { name: string; holder: string; until: string };
  microsoft_holds: { scope: string; until: string };
  method_policies: MethodPoliciesTable;
  branding: BrandingTable;
  mail_templates: MailTemplatesTable;
  permission_profiles: { id: string; version: number; body: string; made_at: string; made_by: string };
  acknowledgements: AcknowledgementsTable;
  passwords: PasswordsTable;
  /** As many slots as there may be tries within the hour; each holds when it was last taken. */
  password_tries: { account: string; slot: number; at: string };
  kv: { key: string; value: string; expires_at: number | null };
  /** Totals that would cost a walk of 100,000 rows to count; changed together with what they count. */
  counters: { name: string; value: number };
}
