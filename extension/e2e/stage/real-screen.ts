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
    for await (const line of server.stdout) {
      const number = /\d+/.exec(String(line))?.[0];
      if (number !== undefined) return new RealScreen(`:${number}`, server);
    }
    throw new Error('Xvfb ended before it named its screen');
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
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill();
    await ended;
  }
}
