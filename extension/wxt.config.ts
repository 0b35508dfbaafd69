import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { endpointsForClients } from './build/endpoints-for-clients.ts';
import { plainImports } from './build/plain-imports.ts';
import { popupInOneFile } from './build/popup-in-one-file.ts';

/**
 * Public half of the key that fixes the extension's id (src/extension-id.ts). The private half was thrown away: stores sign
 * with keys of their own, and nothing else needs it.
 */
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuN7Ta3p+eZKIhFKK1aTRl1nzsLYlPmcUUFOAHhJgM7NIFHbc2N6dnZSALgXPi/HaQ797RmXUNqwxUG2hlqRQpLDEhw3x9Ib1/ydqt9kVXffEbsBXZ40YsY/c1CSklfv/Rhp2CnMlcj9BRkso2F+rRQEyYL7ce2ZwaU98Evw/wko7Vxd57llchb33AGgXH8KYDymqPHv3JBRbQ3GnDmsZLQwE/lXbEUXYjlEF0rL7GbFFLPGkz26RwT4du1GOHKZFKl5Ff9O8BSstfa2TWzX/IwaHZHeOiGGNY/FJLu07q8OHWRTKW8u1rCoVPx9UB0F7U/3f4yjaNjU0ZtBx5HQkOQIDAQAB';

/** What we ask the browser for, and why. Nothing stands here before something uses it. */
const permissions = [
  // Signing in by launchWebAuthFlow: the only way to Microsoft's page that shows its address and comes back to an extension.
  'identity',
  // The operator's session (memory only), the address of the API, the language.
  'storage',
  // The address of the tab, at the moment the toolbar button is clicked: which tenant is this?
  'activeTab',
  // What Microsoft will ask, and in whose tenant, beside its sign-in page: no script of ours ever runs in that page.
  'sidePanel',
  // The overlay proper is put into a page when there is a guide to show, and not before.
  'scripting',
  // While a guide is open and its card is not, and for the badge, the worker looks each minute: it dies after 30 s of silence.
  'alarms',
  // Validate, and the way to the console, on the toolbar button itself.
  'contextMenus',
  // What came out of the shortcut, which opens nothing.
  'notifications',
];

/**
 * Pages whose address names the tenant, and the frames in which they draw most of their blades: another site altogether, in
 * which a script of ours is seen by nobody else. Compared whole again in src/pages.
 */
const hosts = [
  'https://portal.azure.com/*',
  'https://entra.microsoft.com/*',
  'https://*.reactblade.portal.azure.net/*',
];

/**
 * The provider's own console is on a host that nobody can know here. What stands here is only what may be asked for: one exact origin,
 * from a click, and the browser asks the person (src/session/console-access.ts).
 */
const hostsToAskFor = ['https://*/*'];

/**
 * Only our own scripts run, nothing is embedded, no form is sent anywhere by the browser itself. Requests go to https, or to
 * an API on this very machine: the address of the API is the provider's own and is set in the options, so it cannot stand here.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
].join('; ');

export default defineConfig({
  srcDir: 'src',
  // Beside src, so that it is copied as it is.
  publicDir: 'public',
  imports: false,
  // WXT would otherwise start a browser of its own in development.
  webExt: { disabled: true },
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [preact(), endpointsForClients(), popupInOneFile(), plainImports()],
    // Our files lie on the disk: there is nothing to fetch ahead, and the code that does it weighs more than it saves.
    build: { modulePreload: false, target: 'esnext' },
  }),
  manifest: {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    key: publicKey,
    minimum_chrome_version: '123',
    permissions,
    host_permissions: hosts,
    optional_host_permissions: hostsToAskFor,
    content_security_policy: { extension_pages: contentSecurityPolicy },
    action: { default_title: '__MSG_extName__' },
    commands: {
      // Validates the tenant of the tab and opens nothing: the badge and a notification say what came out.
      'validate-tenant': { suggested_key: { default: 'Alt+Shift+V' }, description: '__MSG_validateTenant__' },
    },
  },
});
