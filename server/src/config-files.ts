import { readFileSync } from 'node:fs';
import { CronPattern } from 'croner';
import type * as z from 'zod';
import { CloudsFile, type Cloud } from '@latchkey/shared/clouds/cloud';
import { microsoftClouds } from '@latchkey/shared/clouds/microsoft-clouds';
import { ConsoleFile } from '@latchkey/shared/provider-console/console-file';
import { Secret } from './sealing/secret.ts';

/** Microsoft's own clouds and those of the file; a file cannot replace one of Microsoft's. Undefined when it cannot be read. */
export function cloudsOf(file: string | undefined): readonly Cloud[] | undefined {
  if (file === undefined) return microsoftClouds;
  const read = CloudsFile.safeParse(jsonOf(file));
  return read.success ? [...microsoftClouds, ...read.data.clouds] : undefined;
}

export type ProviderConsole = z.infer<typeof ConsoleFile>;

/** The provider's console; null when none is named, undefined when the file cannot be read or does not hold what it promises. */
export function consoleOf(file: string | undefined): ProviderConsole | null | undefined {
  if (file === undefined) return null;
  const read = ConsoleFile.safeParse(jsonOf(file));
  return read.success ? read.data : undefined;
}

export function secretFrom(file: string): Secret | undefined {
  const text = textOf(file)?.trim();
  return text === undefined || text === '' ? undefined : new Secret(text);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file) ?? '');
  } catch {
    return undefined;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether a text is a plan in five fields, as cron writes it. */
export function isCron(text: string): boolean {
  if (text.trim().split(/\s+/).length !== 5) return false;
  try {
    return Boolean(new CronPattern(text));
  } catch {
    return false;
  }
}
