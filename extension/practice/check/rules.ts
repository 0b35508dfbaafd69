/** What a step must stand on. */
export interface Rule {
  readonly action: string;
  /** What the practice tenant must have been asked, under the id that is claimed. */
  readonly asked: RegExp;
  /** A password that is kept sealed, and was never sent to Microsoft: there is no request to look for. */
  readonly sealed?: true;
  /**
   * How the audit row itself calls that request. Undefined where a browser asked: the server never saw the id, so the request
   * must lie where the trail has room for it, after the start on record and before its answer.
   */
  readonly named: RegExp | undefined;
  /** Whose account acted: the one that the row names; one that the practice tenant let in; the one that opened the portal. */
  readonly account?: 'signed in' | 'declined' | 'at the portal';
  /** Every permission that the row found granted, no more and no less. */
  readonly permissions?: true;
  /** The row must say that the connection works, and that it was tried. */
  readonly working?: true;
}

const configuration = { asked: /\/\.well-known\/openid-configuration$/, named: /^openid-configuration$/ };
const grants = {
  asked: /\/oauth2PermissionGrants$/,
  named: /^graph: oauth2PermissionGrants$/,
  permissions: true,
} as const;
const organization = { asked: /^\/organization$/, named: /^graph: organization$/ };

const byLink: Readonly<Record<number, readonly Rule[]>> = {
  1: [{ action: 'invitation.created', ...configuration }],
  2: [{ action: 'invitation.method_chosen', ...configuration }],
  3: [{ action: 'invitation.link_shown', ...configuration }],
  4: [{ action: 'consent.started', asked: /\/oauth2\/v2\.0\/authorize$/, named: undefined }],
  5: [
    {
      action: 'consent.signed_in',
      asked: /\/oauth2\/v2\.0\/token$/,
      named: /^token: authorization_code$/,
      account: 'signed in',
    },
    {
      action: 'consent.declined',
      asked: /\/sign-in\/(?:password|approve)$/,
      named: undefined,
      account: 'declined',
    },
  ],
  6: [{ action: 'invitation.authentication_complete', ...grants, working: true }],
  7: [{ action: 'invitation.onboarded', ...organization }],
  8: [{ action: 'permissions.checked', ...grants, account: 'at the portal' }],
  9: [{ action: 'connection.validated', ...organization, permissions: true, working: true }],
};

/** A password is typed in the third step, and nothing of it goes to Microsoft. */
const byPassword = {
  ...byLink,
  3: [{ action: 'password.sealed', asked: /^$/, named: undefined, sealed: true }],
} as const;

/** By the method, then by the step: the ways in which it can stand. */
export const rules: Readonly<Record<string, Readonly<Record<number, readonly Rule[]>>>> = {
  'invitation-link': byLink,
  'known-password': byPassword,
  'service-account': byPassword,
};
