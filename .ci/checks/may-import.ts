/** Nouns of the server: each folder holds the routes, the service and the port of one of them. */
const nouns = [
  'audit',
  'operators',
  'tenants',
  'customers',
  'services',
  'invitations',
  'invitation-imports',
  'adoptions',
  'invitation-pages',
  'invitation-mails',
  'mail-templates',
  'consent',
  'connections',
  'permissions',
  'registrations',
  'passwords',
  'policies',
  'branding',
  'validation',
  'validation-runs',
  'alerts',
  'changes',
  'diagnosis',
  'guests',
  'guides',
  'health',
  'openapi',
  'idempotency',
  'leases',
  'work',
  'mail',
].map((noun) => `server/src/${noun}/`);

const shared = 'shared/src/';

/** Words and ports of the server that every noun may know; what fills the ports stands in the same folders, unknown. */
const ports = [
  'server/src/clock.ts',
  'server/src/csv/',
  'server/src/ids.ts',
  'server/src/version.ts',
  'server/src/log/',
  'server/src/sealing/consent-credential.ts',
  'server/src/sealing/fingerprints.ts',
  'server/src/sealing/link-keys.ts',
  'server/src/sealing/sealer.ts',
  'server/src/sealing/secret.ts',
  'server/src/sealing/secret-bytes.ts',
  'server/src/storage/key-value.ts',
  'server/src/storage/page.ts',
  'server/src/storage/store.ts',
];

const beneathFeatures = [
  shared,
  ...['look', 'guides', 'pages', 'messaging', 'session', 'server-api'].map((name) => `extension/src/${name}/`),
  'extension/src/extension-id.ts',
];

/**
 * Who may import whom. Read as: a file under the key may import only from these places, and from its own. The longest
 * key that fits is a file's home. A new folder needs a line, and the line is the moment to ask what it is.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  [shared]: [],

  // The composition root and the process know everybody; nobody knows them.
  'server/src/app.ts': ['server/src/', shared],
  'server/src/main.ts': ['server/src/', shared],
  'server/src/serve.ts': ['server/src/', shared],
  'server/src/domain.ts': ['server/src/', shared],
  'server/src/doctor.ts': ['server/src/', shared],
  'server/src/doctor-command.ts': ['server/src/', shared],
  'server/src/page-routes.ts': ['server/src/', shared],
  // Only tests stand on it: the whole server in one process, against the practice tenant.
  'server/src/testing/': ['server/src/', 'server/sandbox/', shared],
  'server/src/process.ts': [shared, 'server/src/config.ts', 'server/src/log/'],
  // What stands in for the application while it is sealed.
  'server/src/sealed-app.ts': [
    shared,
    'server/src/config.ts',
    'server/src/clock.ts',
    'server/src/http/',
    'server/src/invitation-pages/',
    'server/src/invitations/',
    ...ports,
  ],
  'server/src/config.ts': [
    shared,
    ...ports,
    'server/src/config-files.ts',
    'server/src/config-mail.ts',
    'server/src/config-addresses.ts',
    'server/src/mail/mail.ts',
  ],
  'server/src/config-files.ts': [shared, ...ports],
  'server/src/config-mail.ts': [
    shared,
    ...ports,
    'server/src/config-files.ts',
    'server/src/config-addresses.ts',
    'server/src/mail/mail.ts',
  ],
  'server/src/config-addresses.ts': [],
  'server/src/keys-command.ts': [shared, 'server/src/sealing/', 'server/src/config.ts'],
  'server/src/log/': [shared],
  'server/src/clock.ts': [],
  'server/src/csv/': [],
  'server/src/ids.ts': [shared],
  'server/src/version.ts': ['server/package.json'],
  'server/src/http/': [shared, ...ports, 'server/src/audit/', 'server/src/idempotency/'],
  ...Object.fromEntries(nouns.map((noun) => [noun, [shared, ...ports, 'server/src/http/', ...nouns]])),
  // Adapters know the ports that they fill, and each other not at all.
  'server/src/storage/': [shared, ...ports, ...nouns],
  'server/src/microsoft/': [shared, ...ports, ...nouns],
  'server/src/sealing/': [shared, ...ports, ...nouns],
  'server/sandbox/': [shared],
  'server/bench/': ['server/src/', shared],
  // The server as a process that is killed on purpose.
  'server/kills/': ['server/src/', 'server/sandbox/', shared],

  // Entrypoints are wiring; then features, then guides, then pages.
  'extension/src/entrypoints/': ['extension/src/', shared],
  // How a verdict reads is the same on every surface.
  'extension/src/overlay/': [...beneathFeatures, 'extension/src/connections/'],
  'extension/src/provider-console/': beneathFeatures,
  'extension/src/active-guide/': beneathFeatures,
  'extension/src/guest/': beneathFeatures,
  'extension/src/sign-in/': beneathFeatures,
  'extension/src/options/': [...beneathFeatures, 'extension/src/provider-console/'],
  // How a connection stands is shown in the popup and in the console alike, and the pending list, too.
  'extension/src/connections/': beneathFeatures,
  'extension/src/doctor/': beneathFeatures,
  'extension/src/messages/': beneathFeatures,
  'extension/src/checklist/': [
    ...beneathFeatures,
    'extension/src/guest/',
    'extension/src/connections/',
    'extension/src/provider-console/',
  ],
  'extension/src/console/': [
    ...beneathFeatures,
    'extension/src/connections/',
    'extension/src/checklist/',
    'extension/src/doctor/',
    'extension/src/messages/',
  ],
  // What the worker says in the toolbar.
  'extension/src/toolbar/': beneathFeatures,
  'extension/src/side-panel/': [
    ...beneathFeatures,
    'extension/src/connections/',
    'extension/src/checklist/',
    'extension/src/doctor/',
  ],
  'extension/src/extension-id.ts': [],
  // What the build does to the extension; it knows nothing of what it builds.
  'extension/build/': [],
  'extension/src/guides/': [shared, 'extension/src/pages/'],
  'extension/src/pages/': [shared],
  'extension/src/messaging/': [shared, 'extension/src/pages/'],
  // What surrounds every page of ours: who is signed in, the clock, the language, the API.
  'extension/src/session/': [
    shared,
    'extension/src/look/',
    'extension/src/pages/',
    // A page is told of changes by the background.
    'extension/src/messaging/',
    'extension/src/server-api/',
    'extension/src/extension-id.ts',
  ],
  'extension/src/look/': [shared, 'extension/src/server-api/'],
  'extension/src/server-api/': [shared],
  'extension/practice/': [shared, 'extension/src/extension-id.ts', 'extension/e2e/pages/'],
  // The check of a walk shares no code with the walk, or it would believe the same mistake.
  'extension/practice/check/': [],
  'extension/e2e/': [shared, 'extension/practice/'],

  // Whoever follows docs/setup.md meets all of it.
  '.ci/checks/setup-document.test.ts': [shared, 'server/src/', 'extension/src/extension-id.ts'],
  '.ci/': [shared],
};

/** Only these may speak to the browser; everybody else is told what they need to know, and can be tested without one. */
export const mayUseBrowser = ['extension/src/entrypoints/', 'extension/src/messaging/', 'extension/src/session/'];
