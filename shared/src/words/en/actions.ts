/** What a button says. A verb that says what happens. */
export const actions = {
  choose_method: 'Choose method',
  copy_link: 'Copy link',
  add: 'Add',
  validate: 'Validate',
  validateAuthentication: 'Validate Authentication',
  fix: 'Fix',
  cancel: 'Cancel invitation',
  none: 'Nothing to do',
  signIn: 'Sign in',
  signOut: 'Sign out',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  close: 'Close',
  next: 'Next',
  back: 'Back',
} as const;
