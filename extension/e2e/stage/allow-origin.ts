import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionId } from '../../src/extension-id.ts';

interface Permissions {
  explicit_host?: string[];
}
interface Preferences {
  readonly extensions: { readonly settings: Readonly<Record<string, Record<string, Permissions | undefined>>> };
}

const kinds = ['active_permissions', 'granted_permissions', 'runtime_granted_permissions'] as const;

/**
 * Answers yes to the browser's question whether the extension may work on an origin, for the next start of a profile that is closed. A
 * browser without a window asks nobody, and waits for ever.
 */
export function allowOrigin(profile: string, origin: string): void {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  const settings = preferences.extensions.settings[extensionId];
  if (settings === undefined) throw new Error('This profile has never met the extension.');
  for (const kind of kinds) {
    const permissions = (settings[kind] ??= {});
    permissions.explicit_host = [...new Set([...(permissions.explicit_host ?? []), `${origin}/*`])];
  }
  writeFileSync(file, JSON.stringify(preferences));
}
