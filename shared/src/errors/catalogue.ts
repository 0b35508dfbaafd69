import type { Owner } from '../invitations/standing.ts';

interface ErrorEntry {
  /** HTTP status of our answer. */
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  readonly owner: Owner;
  /** Whether the same request may simply be sent again later. */
  readonly retry: 'never' | 'later';
}

/** Every error that the API can answer with. The words stand in words.errors, by the same key: what happened, and what to do now. */
export const errorCatalogue = {
  request_invalid: { status: 422, owner: 'provider', retry: 'never' },
  request_not_json: { status: 400, owner: 'provider', retry: 'never' },
  request_type_unsupported: { status: 415, owner: 'provider', retry: 'never' },
  request_too_large: { status: 413, owner: 'provider', retry: 'never' },
  request_origin_refused: { status: 403, owner: 'provider', retry: 'never' },
  route_unknown: { status: 404, owner: 'provider', retry: 'never' },
  too_many_requests: { status: 429, owner: 'nobody', retry: 'later' },
  idempotency_key_reused: { status: 422, owner: 'provider', retry: 'never' },
  idempotency_key_missing: { status: 400, owner: 'provider', retry: 'never' },
  changed_meanwhile: { status: 409, owner: 'provider', retry: 'later' },

  session_missing: { status: 401, owner: 'provider', retry: 'never' },
  session_ended: { status: 401, owner: 'provider', retry: 'never' },
  operator_token_refused: { status: 401, owner: 'provider', retry: 'never' },
  operator_tenant_refused: { status: 403, owner: 'provider', retry: 'never' },
  operator_without_role: { status: 403, owner: 'provider', retry: 'never' },
  role_insufficient: { status: 403, owner: 'provider', retry: 'never' },

  tenant_reference_invalid: { status: 422, owner: 'provider', retry: 'never' },
  tenant_not_found: { status: 404, owner: 'provider', retry: 'never' },
  tenant_personal: { status: 422, owner: 'provider', retry: 'never' },
  tenant_pin_changed: { status: 409, owner: 'provider', retry: 'never' },
  short_name_length: { status: 422, owner: 'provider', retry: 'never' },
  short_name_character: { status: 422, owner: 'provider', retry: 'never' },
  short_name_reserved: { status: 422, owner: 'provider', retry: 'never' },
  short_name_taken: { status: 409, owner: 'provider', retry: 'never' },
  licensed_users_range: { status: 422, owner: 'provider', retry: 'never' },
  method_unavailable: { status: 422, owner: 'provider', retry: 'never' },
  method_off: { status: 403, owner: 'provider', retry: 'never' },
  acknowledgement_missing: { status: 409, owner: 'customer', retry: 'never' },
  acknowledgement_date: { status: 422, owner: 'provider', retry: 'never' },
  password_not_wanted: { status: 409, owner: 'provider', retry: 'never' },
  password_missing: { status: 404, owner: 'provider', retry: 'never' },
  password_before_consent: { status: 409, owner: 'customer', retry: 'never' },
  password_tries_used: { status: 429, owner: 'nobody', retry: 'later' },

  permission_profile_not_found: { status: 404, owner: 'provider', retry: 'never' },
  permission_profile_reserved: { status: 422, owner: 'provider', retry: 'never' },
  permission_profile_blind: { status: 422, owner: 'provider', retry: 'never' },

  customer_not_found: { status: 404, owner: 'provider', retry: 'never' },
  customer_has_invitation: { status: 409, owner: 'provider', retry: 'never' },
  import_has_mistakes: { status: 422, owner: 'provider', retry: 'never' },
  import_not_found: { status: 404, owner: 'provider', retry: 'never' },
  import_over: { status: 409, owner: 'provider', retry: 'never' },
  service_not_found: { status: 404, owner: 'provider', retry: 'never' },
  invitation_not_found: { status: 404, owner: 'provider', retry: 'never' },
  invitation_move_illegal: { status: 409, owner: 'provider', retry: 'never' },
  connection_not_found: { status: 404, owner: 'provider', retry: 'never' },
  connection_not_proved: { status: 409, owner: 'customer', retry: 'later' },
  connection_not_working: { status: 409, owner: 'provider', retry: 'later' },
  branding_refused: { status: 422, owner: 'provider', retry: 'never' },
  alert_target_not_found: { status: 404, owner: 'provider', retry: 'never' },
  alert_address_refused: { status: 422, owner: 'provider', retry: 'never' },
  alert_secret_missing: { status: 422, owner: 'provider', retry: 'never' },
  validation_run_empty: { status: 422, owner: 'provider', retry: 'never' },
  validation_run_going: { status: 409, owner: 'provider', retry: 'later' },
  validation_run_not_found: { status: 404, owner: 'provider', retry: 'never' },
  validation_run_move_illegal: { status: 409, owner: 'provider', retry: 'never' },

  mail_address_refused: { status: 422, owner: 'provider', retry: 'never' },
  mail_not_set_up: { status: 409, owner: 'provider', retry: 'never' },
  mail_template_refused: { status: 422, owner: 'provider', retry: 'never' },
  mail_template_link_missing: { status: 422, owner: 'provider', retry: 'never' },
  invitation_not_mailed: { status: 409, owner: 'provider', retry: 'never' },

  link_renewed: { status: 410, owner: 'provider', retry: 'never' },
  link_unknown: { status: 404, owner: 'customer', retry: 'never' },
  link_incomplete: { status: 400, owner: 'customer', retry: 'never' },
  typed_code_unknown: { status: 404, owner: 'customer', retry: 'never' },
  invitation_expired: { status: 410, owner: 'provider', retry: 'never' },
  invitation_cancelled: { status: 410, owner: 'provider', retry: 'never' },
  invitation_superseded: { status: 410, owner: 'provider', retry: 'never' },
  invitation_used: { status: 410, owner: 'nobody', retry: 'never' },
  start_ticket_unknown: { status: 404, owner: 'provider', retry: 'never' },
  guide_code_unknown: { status: 404, owner: 'customer', retry: 'never' },
  guide_too_early: { status: 409, owner: 'customer', retry: 'later' },

  consent_state_unknown: { status: 400, owner: 'customer', retry: 'never' },
  consent_cookie_missing: { status: 400, owner: 'customer', retry: 'never' },
  consent_answer_used: { status: 400, owner: 'customer', retry: 'never' },
  consent_answer_late: { status: 410, owner: 'customer', retry: 'never' },
  consent_superseded: { status: 409, owner: 'customer', retry: 'never' },
  consent_declined: { status: 403, owner: 'customer', retry: 'never' },
  consent_needs_admin: { status: 403, owner: 'customer', retry: 'never' },
  consent_approval_requested: { status: 403, owner: 'customer', retry: 'never' },
  consent_tenant_mismatch: { status: 403, owner: 'customer', retry: 'never' },
  consent_answer_refused: { status: 502, owner: 'provider', retry: 'never' },

  microsoft_unreachable: { status: 503, owner: 'microsoft', retry: 'later' },
  microsoft_throttled: { status: 503, owner: 'microsoft', retry: 'later' },
  sealed: { status: 503, owner: 'provider', retry: 'later' },
  storage_unavailable: { status: 503, owner: 'provider', retry: 'later' },
  internal: { status: 500, owner: 'provider', retry: 'later' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** Whether a text is a code of the catalogue: replies of a newer or broken server are not believed. */
export const isErrorCode = (text: unknown): text is ErrorCode =>
  typeof text === 'string' && Object.hasOwn(errorCatalogue, text);
