import { findings } from './findings.ts';

/** Required against granted, line by line. */
export const permissionTable = {
  check: 'Check permissions',
  title: 'Permissions',
  required: 'Required by {profile}, version {version}. Read {time}',
  /** By the id of the profile. One that the provider made is called as it named it. */
  profiles: {
    'direct-routing-delegated': 'Direct Routing',
    'direct-routing-application': 'Direct Routing, as an application',
  },
  unread: 'The grants could not be read in the last validation. What was granted is not known.',
  none: 'Not read yet. Validate Authentication reads them.',
  what: 'What it allows',
  kind: 'Kind',
  isRequired: 'Required',
  granted: 'Granted',
  finding: 'Finding',
  yes: 'Yes',
  no: 'No',
  risks: {
    takes_over: 'Can make itself an administrator',
    reads_content: 'Reads mail, files or chats',
    not_known: 'Nobody has looked up what it can do',
    changes: 'Changes things',
    reads: 'Reads only',
  },
  kinds: { delegated: 'Delegated', application: 'Application' },
  reach: {
    granted: 'Whole organisation',
    one_person: 'One person',
    missing: 'No',
    disabled: 'Switched off by Microsoft',
    skipped: 'Service not there',
    surplus: 'Yes',
  },
  findings,
} as const;
