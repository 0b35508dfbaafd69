import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Ready } from '../sandbox/practice-tenant.ts';
import { openBrowser } from '../sandbox/testing/browser.ts';
import type { Started } from '../sandbox/testing/started.ts';

/** What the practice tenant was asked, as it keeps it itself. */
export interface Asked {
  readonly sequence: number;
  readonly path: string;
  readonly grantType?: string;
  readonly clientId?: string;
  readonly error?: string;
}

/** The practice tenant in a process of its own, reached through its sockets. */
export interface Practice extends Pick<Started, 'situation' | 'browse' | 'login' | 'admin' | 'cloudsFile' | 'smtp'> {
  readonly secretFile: string;
  /** As new: nobody is signed in, nothing is granted. Its log goes on. */
  reset(): Promise<void>;
  /** What the situation says of the time after the consent becomes true. */
  afterwards(): Promise<void>;
  /** Nothing is granted any more. */
  revokeGrants(): Promise<void>;
  /** Its mail server refuses the next messages, for the moment. */
  refuseMails(times: number): Promise<void>;
  /** What it was asked behind a line of its log. */
  asked(after: number): Promise<readonly Asked[]>;
  /** The Message-ID of each mail that arrived, as often as it did. */
  messageIds(): Promise<readonly (string | null)[]>;
  stop(): Promise<void>;
}

export async function startPractice(folder: string, situation: string, apiOrigin: string): Promise<Practice> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../sandbox/main.ts'),
      ...['--dir', folder, '--situation', situation, '--seed', '7', '--api-origin', apiOrigin],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // It keeps nothing that anybody needs after this.
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  const ready = await readyLine(child);
  const file = JSON.parse(readFileSync(ready.situationFile, 'utf8')) as Started['situation'];
  const [admin] = file.customer.people;
  if (admin === undefined) throw new Error(`nobody lives in ${situation}`);
  const fault = async (fault: object): Promise<void> =>
    void (await oracle('/faults', { method: 'POST', body: JSON.stringify(fault) }));
  const oracle = async (path: string, init?: RequestInit): Promise<unknown> =>
    (await fetch(`${ready.oracle}${path}`, init)).json();
  return {
    situation: file,
    admin,
    login: ready.login,
    cloudsFile: ready.cloudsFile,
    smtp: ready.smtp,
    secretFile: file.registrations.consent.secretFile,
    browse: () =>
      openBrowser((url, init) => fetch(url.replace('https://login.microsoftonline.com', ready.login), init)),
    reset: async () => void (await oracle('/reset', { method: 'POST' })),
    afterwards: async () => void (await oracle('/afterwards', { method: 'POST' })),
    revokeGrants: () => fault({ revokeGrants: true }),
    refuseMails: (times) => fault({ mail: { at: 'message', status: 451, times } }),
    asked: async (after) =>
      ((await oracle(`/requests?after=${after}`)) as { readonly requests: readonly Asked[] }).requests,
    messageIds: async () => {
      const { mails } = (await oracle('/mails')) as {
        readonly mails: readonly { readonly messageId: string | null }[];
      };
      return mails.map(({ messageId }) => messageId);
    },
    stop: async () => {
      process.off('exit', end);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      end();
      await gone;
    },
  };
}

const readyLine = (child: ChildProcess): Promise<Ready> =>
  new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout === null) return reject(new Error('the practice tenant has no voice'));
    createInterface({ input: stdout }).once('line', (line) => resolve(JSON.parse(line) as Ready));
    child.once('exit', (code) => reject(new Error(`the practice tenant ended with ${code}`)));
  });
