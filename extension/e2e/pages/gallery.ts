import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../practice/places.ts';

/**
 * The invitation pages in every state, and the mails, served by themselves.
 *
 * Owns: the process that serves them, their names, their addresses.
 * Not here: what the server decides to show (its own tests), signing in.
 * Stands on: server/src/invitation-pages/gallery.ts
 */
export class Gallery {
  readonly #process: ChildProcess;
  readonly origin: string;

  private constructor(child: ChildProcess, origin: string) {
    this.#process = child;
    this.origin = origin;
  }

  static async open(): Promise<Gallery> {
    const child = spawn(process.execPath, [join(root, 'server', 'src', 'invitation-pages', 'gallery.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const origin = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()));
      child.once('exit', (code) => reject(new Error(`the gallery ended with ${code}`)));
    });
    return new Gallery(child, origin);
  }

  async names(): Promise<readonly string[]> {
    const addresses = (await (await fetch(`${this.origin}/gallery`)).json()) as readonly string[];
    return addresses.map((address) => address.slice(address.lastIndexOf('/') + 1));
  }

  readonly page = (name: string, language: 'en' | 'de' | 'pseudo' = 'en') =>
    `${this.origin}/gallery/${language}/${name}`;

  readonly mail = (name: string, language: 'en' | 'de' | 'pseudo' = 'en') => `${this.origin}/mails/${language}/${name}`;

  close(): void {
    this.#process.kill('SIGTERM');
  }
}
