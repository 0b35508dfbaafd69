import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionId } from '../../src/extension-id.ts';

/**
 * Settings of a browser's own that a person makes by hand, for a profile that was never started: developer mode, without which an
 * extension that comes from a folder is refused once it was reloaded, and a key for our button in the toolbar.
 */
export function makePreferences(profile: string): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const button = { extension: extensionId, command_name: '_execute_action', global: false };
  const extensions = { ui: { developer_mode: true }, commands: { [`linux:${toolbarKeys}`]: button } };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify({ extensions }));
}

/** Press our button in the toolbar. */
export const toolbarKeys = 'Alt+Shift+L';
