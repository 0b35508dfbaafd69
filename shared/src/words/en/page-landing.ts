/** The page behind the link, before anybody is known. */
export const landing = {
  title: 'Your invitation',
  heading: 'Open your invitation',
  lead: 'An administrator of your organisation was sent a link to this page, with a code below it.',
  opening: 'One moment: your invitation is being opened.',
  withoutScript:
    'Your browser runs no script here, so the link alone cannot open the invitation. Type the code instead.',
  incomplete: {
    title: 'This link arrived incomplete',
    lead: 'Its last part was lost on the way; some mail programs do that. The code does the same.',
  },
  unknown: {
    title: 'This link is not known here',
    lead: 'Open the link from the message once more. If it stays like this, ask who sent it for a new one, or type the code.',
  },
  renewed: {
    title: 'This link was renewed',
    lead: 'A newer message has the link that is good now. Look for it, or ask who sent you this one.',
  },
  ticket: {
    title: 'This start address is used up or too old',
    lead: 'It is good once, for ten minutes. In the console, click “here” once more.',
  },
  unreachable: {
    title: 'Your invitation was not reached',
    lead: 'The network or this service did not answer. Nothing is lost.',
    retry: 'Try again',
  },
  tooMany: {
    title: 'Too many tries in a short time',
    lead: 'Wait a minute, then open the link again.',
  },
  code: {
    label: 'Code from the message',
    hint: '16 letters and digits, below the link. Capital or small, with or without hyphens.',
    submit: 'Open the invitation',
    problem: 'The code was not taken',
    unknown: 'This code is not known here. Compare it with the message, character by character.',
    renewed: 'This code was renewed. Use the one of the newest message.',
    malformed: 'This is not a whole code: it has 16 letters and digits.',
    too_many: 'Too many tries in a short time. Wait a minute, then try once more.',
  },
} as const;
