import type { StepId } from '../../guides/check-permissions.ts';

/**
 * The guide on the portal. The page beneath can read every word, so none of them names a customer; {domain} is the domain of the
 * page's own tenant. Each instruction is complete without the arrow.
 */
export const guide = {
  region: 'Latchkey guide',
  title: 'Permissions of {provider}',
  titleUnknown: 'Check the permissions',
  makeSmall: 'Make small',
  makeLarge: 'Show the guide',
  move: 'Move to the next corner',
  close: 'Close the guide',
  go: 'Take me there',
  goToRightTenant: 'Open this page in the right tenant',
  check: 'Check again',
  checked: 'Checked {time}',
  neverChecked: 'Not checked yet',
  checking: 'Reading the grants back',
  progress: 'Step {number} of {count}',
  bar: 'Steps of the guide',
  complete: { title: 'Authentication Complete', text: 'The connection was proved, {time}.' },
  allProved: 'All required permissions are granted',
  allProvedText: 'Read back from the tenant by the server. You can close this guide.',
  onlyProof: 'Only the server’s proof ticks a step.',
  stepsReturn: 'The steps return in the right tenant.',
  ticksItself: 'Ticks itself when the grants are read back.',
  noArrow: 'We cannot find this on the page, so there is no arrow. The words still hold.',
  pointer: 'Step {number}: choose this',
  pointerCompare: 'Step {number}: compare this',
  granted: '{granted} of {required} required permissions granted',
  surplus: { one: '{count} surplus', other: '{count} surplus' },
  unread: 'The grants could not be read. What was granted is not known.',
  required: 'Required permissions',
  tenants: {
    right: {
      title: 'The right tenant',
      text: 'The same as in the invitation: {domain}',
      textNoDomain: 'The same as in the invitation',
    },
    other: { title: 'Not the tenant of this invitation', text: 'Nothing done here would count.' },
    unnamed: {
      title: 'The address does not say whose tenant this is',
      text: 'Open the page in the right tenant, so that what you see is what counts.',
    },
  },
  situations: {
    reading: { title: 'Asking Latchkey how it stands', text: '' },
    offline: {
      title: 'Latchkey does not answer',
      text: 'What you see is what was known before. The guide goes on by itself when it answers.',
    },
    'signed-out': {
      title: 'Nobody is signed in to Latchkey',
      text: 'Click Latchkey in the toolbar and sign in, or open the invitation once more. The guide goes on by itself.',
    },
    'too-early': {
      title: 'Nobody has approved yet',
      text: 'Open the invitation and press Start. There is nothing to read back before.',
    },
    over: {
      title: 'This invitation is not to be seen any more',
      text: 'Close the guide. Who sent the invitation can send another.',
    },
  },
  steps: {
    'open-tenant': {
      title: 'Open the portal in the right tenant',
      text: 'Press the button above, or switch the directory in the portal’s account menu.',
    },
    'open-registration': {
      title: 'Open the token registration',
      text: 'Choose Enterprise apps, All applications, and there the application of {provider}.',
    },
    'open-permissions': {
      title: 'Open its permissions',
      text: 'Choose Permissions in the application’s menu, below Security.',
    },
    'grant-admin-consent': {
      title: 'Grant admin consent',
      text: 'Choose “Grant admin consent for …” above the list. Then choose Accept in the window that opens.',
    },
    'compare-permissions': {
      title: 'Compare the permissions',
      text: 'The tab Admin consent lists what was granted. It holds each permission below, and none beside it.',
    },
  } satisfies Record<StepId, { readonly title: string; readonly text: string }>,
} as const;
