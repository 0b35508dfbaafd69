/** The pages of Settings that have no address of an older kind. */
export const settingsPages = ['branding', 'mail', 'alerts', 'operators', 'audit', 'registrations'] as const;
export type SettingsPage = (typeof settingsPages)[number];

export const isSettingsPage = (text: string): text is SettingsPage => settingsPages.some((page) => page === text);

/**
 * Every page of Settings, in the order in which they are listed. A new one needs a line here, its words, and a route. Apart from
 * the other places: other pages than the console's carry those along, and never lead here.
 */
export const settingsPlaces = {
  methods: { place: '#/methods' },
  profiles: { place: '#/profiles' },
  branding: { place: '#/settings/branding' },
  mail: { place: '#/settings/mail' },
  alerts: { place: '#/settings/alerts' },
  operators: { place: '#/settings/operators', adminOnly: true },
  audit: { place: '#/settings/audit', adminOnly: true },
  registrations: { place: '#/settings/registrations', adminOnly: true },
} as const satisfies Readonly<
  Record<string, { readonly place: `#/${string}`; /** The server answers nobody else. */ readonly adminOnly?: true }>
>;
export type SettingsPlace = keyof typeof settingsPlaces;

export const isSettingsPlace = (text: string): text is SettingsPlace => Object.hasOwn(settingsPlaces, text);

/** Their list. */
export const settingsPlace = '#/settings';
