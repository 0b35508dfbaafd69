import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { extensionId } from './extension-id.ts';
import config from '../wxt.config.ts';

type Manifest = Record<string, unknown> & { readonly key: string };
const { key, ...manifest } = config.manifest as Manifest;

test('what we ask the browser for is what is written down here: a change is a decision, not an accident', () => {
  expect(manifest).toMatchInlineSnapshot(`
    {
      "action": {
        "default_title": "__MSG_extName__",
      },
      "commands": {
        "validate-tenant": {
          "description": "__MSG_validateTenant__",
          "suggested_key": {
            "default": "Alt+Shift+V",
          },
        },
      },
      "content_security_policy": {
        "extension_pages": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
      },
      "default_locale": "en",
      "description": "__MSG_extDescription__",
      "host_permissions": [
        "https://portal.azure.com/*",
        "https://entra.microsoft.com/*",
        "https://*.reactblade.portal.azure.net/*",
      ],
      "minimum_chrome_version": "123",
      "name": "__MSG_extName__",
      "optional_host_permissions": [
        "https://*/*",
      ],
      "permissions": [
        "identity",
        "storage",
        "activeTab",
        "sidePanel",
        "scripting",
        "alarms",
        "contextMenus",
        "notifications",
      ],
    }
  `);
});

test('the key gives the id that redirect addresses and the API’s list of origins name', () => {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const letters = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  expect(letters).toBe(extensionId);
});

test('nobody from outside may speak to the extension, and no page may load a part of it', () => {
  expect(manifest).not.toHaveProperty('externally_connectable');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('content_scripts');
});
