import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Blades, Lie } from '../options.ts';
import { places } from '../places.ts';
import { startChildUntil, type Child } from './child.ts';
import { readSituation, type Situation } from './situation.ts';

interface Ready {
  readonly ready: true;
  readonly login: string;
  readonly graph: string;
  readonly oracle: string;
  readonly tlsPort: number;
  readonly spki: string;
  readonly hosts: readonly string[];
  readonly cloudsFile: string;
  readonly consoleFile: string;
  readonly consoleHost: string;
  readonly smtp: string;
  readonly mailHost: string;
  readonly situationFile: string;
  readonly requestLog: string;
}

export interface PracticeTenant extends Ready {
  readonly situation: Situation;
  /** Where its portals draw their blades, unless a test says otherwise. */
  readonly blades: Blades;
  readonly child: Child;
}

export interface PracticeTenantSettings {
  readonly folder: string;
  readonly situation: string;
  readonly seed: number;
  readonly lie: Lie | undefined;
  readonly blades: Blades;
  readonly apiOrigin: string;
  readonly extensionId: string;
}

/** Starts the practice tenant in a process of its own and waits until it listens. */
export async function startPracticeTenant(settings: PracticeTenantSettings): Promise<PracticeTenant> {
  const folder = join(settings.folder, 'practice-tenant');
  mkdirSync(folder, { recursive: true });
  const { child, found } = await startChildUntil(
    {
      name: 'The practice tenant',
      logFile: join(settings.folder, 'practice-tenant.log'),
      arguments: [
        places.practiceTenant,
        ...['--dir', folder, '--situation', settings.situation, '--seed', String(settings.seed)],
        ...['--api-origin', settings.apiOrigin, '--extension-id', settings.extensionId],
        ...['--blades', settings.blades],
        ...(settings.lie === undefined ? [] : ['--lie', settings.lie]),
      ],
    },
    readyLine,
  );
  const { blades } = settings;
  return { ...found, situation: readSituation(found.situationFile), blades, child };
}

function readyLine(line: string): Ready | undefined {
  if (!line.startsWith('{')) return undefined;
  const said = JSON.parse(line) as Partial<Ready>;
  return said.ready === true ? (said as Ready) : undefined;
}
