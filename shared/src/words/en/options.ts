import { consoleSetting } from './provider-console.ts';

/** The settings page of the extension. */
export const options = {
  title: 'Latchkey settings',
  address: 'Address of your provider’s Latchkey',
  addressHint: 'For example https://latchkey.northwindvoice.example. Your administrator knows it.',
  save: 'Save',
  test: 'Save and test',
  testing: 'Asking this address',
  invalid: 'This is no web address. Type one that begins with https://.',
  insecure: 'Only https is accepted, except for this very computer.',
  saved: 'Saved. This is Latchkey {version} of {provider}, for {cloud}.',
  savedUnreached: 'Saved, but nobody answered there.',
  savedStrange: 'Saved, but what answers there is not Latchkey.',
  signedOut: 'The address has changed, so you are signed out.',
  account: 'Account',
  signedIn: 'Signed in as {name}, {role}, until {time}.',
  nobody: 'Nobody is signed in.',
  consoleSetting,
  privacy: 'What Latchkey keeps in this browser',
  privacyText:
    'On disk: this address, the language, and where your provider’s own console is. In memory until the browser closes: your session and the last list that you saw. Never: a password or a token of Microsoft.',
  language: 'Language',
  languageAuto: 'As the browser',
  languages: { en: 'English', pseudo: 'Test language, right to left' },
} as const;
