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
  /** Tells the provider that a new invitation is wanted in place of an expired one. */
  askForNewOne: '/i/ask-for-new-one',
  /** Asks for the page with the one-time code of the guide. */
  guide: '/i/guide',
  assets: '/i/assets',
  /** The provider's colours and logo. */
  brand: '/i/brand',
} as const;
