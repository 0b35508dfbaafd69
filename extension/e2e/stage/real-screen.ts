import { spawn, spawnSync, type ChildProcess } from 'node:child_process';

/**
 * A screen that nobody looks at, for what headless cannot reach: keys that the browser itself hears, presses that come from
 * outside of the page, the side panel.
 */
export class RealScreen {
  readonly display: string;
  readonly #server: ChildProcess;

  private constructor(display: string, server: ChildProcess) {
    this.display = display;
    this.#server = server;
  }

  /** Why there can be none here; undefined when there can. */
  static whyNot(): string | undefined {
    const missing = ['Xvfb', 'xdotool'].filter((tool) => spawnSync('which', [tool]).status !== 0);
    return missing.length === 0 ? undefined : `${missing.join(' and ')} cannot be had on this machine`;
  }

  static async open(): Promise<RealScreen> {
    // It chooses a free number by itself, and says which.
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new RealScreen(`:${await firstLine(server)}`, server);
  }

  /** Presses keys as a person would: whoever has the focus hears them. */
  key(keys: string): void {
    this.#xdotool('key', '--clearmodifiers', keys);
  }

  click(x: number, y: number): void {
    this.#xdotool('mousemove', '--sync', String(Math.round(x)), String(Math.round(y)), 'click', '1');
  }

  #xdotool(...words: readonly string[]): void {
    const { status, stderr } = spawnSync('xdotool', words, { env: { ...process.env, DISPLAY: this.display } });
    if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${String(stderr)}`);
  }

  async close(): Promise<void> {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill();
    await ended;
  }
}

/**
 * What it says up to the end of the line. The pipe stays open: it writes the number and the end of the line one after the other,
 * and a pipe that is closed in between is its death.
 */
const firstLine = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (part) => {
      said += String(part);
      if (said.includes('\n')) resolve(said.trim());
    });
    server.once('exit', () => reject(new Error('Xvfb ended before it named its screen')));
    server.once('error', reject);
  });
