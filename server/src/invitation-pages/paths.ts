/** Where the pages live. Forms post here, the script knows `open` and `invitation`. */
export const paths = {
  /** The landing shell; the link's token stands in the fragment, a one-time ticket as `t.<ticket>`. */
  landing: '/i',
  /** Swaps a token for the visit cookie: JSON `{"token": "<whole fragment>"}`; 2xx, 404 unknown, 429 too many. */
  open: '/i/open',
  /** Form field `code`. */
  code: '/i/code',
  invitation: '/i/invitation',
  start: '/i/start',
  approveOrganization: '/i/approve-organization',
  /** Form field `text`: an error that stayed on Microsoft's page. */
  pastedError: '/i/error',
  result: '/i/result',
  /** Form fields `language` and `page`: the reader's choice, and where they go on. */
  language: '/i/language',
  /** Tells the provider that a new invitation is wanted in place of an expired one. */
  askForNewOne: '/i/ask-for-new-one',
  /** Asks for the page with the one-time code of the guide. */
  guide: '/i/guide',
  assets: '/i/assets',
  /** The provider's colours and logo. */
  brand: '/i/brand',
} as const;

export type Paths = Readonly<Record<keyof typeof paths, string>>;

/** What an address names an invitation by: a browser may hold the pages of several, each in a tab of its own. */
export const ofInvitation = 'of';

/** The address that is about this invitation. */
export const pathOf = (path: string, invitationId: string): string => `${path}?${ofInvitation}=${invitationId}`;

/** Where a page of this invitation leads to: to the same one, whatever else was opened in the browser since. */
export const pathsOf = (invitationId: string): Paths => ({
  ...paths,
  ...Object.fromEntries(aboutOne.map((name) => [name, pathOf(paths[name], invitationId)])),
});

const aboutOne = [
  'invitation',
  'start',
  'approveOrganization',
  'pastedError',
  'result',
  'language',
  'askForNewOne',
  'guide',
] as const satisfies readonly (keyof typeof paths)[];
