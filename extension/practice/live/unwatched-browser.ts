import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserArguments, browserPath } from '../stage/browser.ts';
import type { PracticeTenant } from '../stage/practice-tenant.ts';
import { DevTools } from './devtools.ts';
import { until } from './until.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly attached: boolean;
}

/** A page of it. */
export interface OpenPage {
  /** Gives what the expression comes to; waits for it where it is a promise. */
  evaluate<Value>(expression: string): Promise<Value>;
}

/** A Chromium with the production build, in which no debugger is attached to the extension's worker. */
export class UnwatchedBrowser {
  readonly #process: ChildProcess;
  readonly #devtools: DevTools;

  private constructor(process: ChildProcess, devtools: DevTools) {
    this.#process = process;
    this.#devtools = devtools;
  }

  static async open(folder: string, tenant: PracticeTenant): Promise<UnwatchedBrowser> {
    const profile = join(folder, 'profile');
    mkdirSync(profile, { recursive: true });
    const own = ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
    const args = [...own, ...browserArguments(tenant, true), 'about:blank'];
    const process = spawn(browserPath(), args, { stdio: 'ignore' });
    const portFile = join(profile, 'DevToolsActivePort');
    const [port, path] = await until('the browser to open its debugging port', () => {
      const lines = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
      return lines.length === 2 ? lines : undefined;
    });
    return new UnwatchedBrowser(process, await DevTools.connect(`ws://127.0.0.1:${port}${path}`));
  }

  /** Each in a window of its own: none is behind another. */
  async openPage(url: string): Promise<OpenPage> {
    const { targetId } = await this.#devtools.send<{ targetId: string }>('Target.createTarget', {
      url,
      newWindow: true,
    });
    const sessionId = await this.#attach(targetId);
    const evaluate = async <Value>(expression: string): Promise<Value> => {
      const { result, exceptionDetails } = await this.#devtools.send<{
        result: { value?: unknown };
        exceptionDetails?: { text: string; exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      if (exceptionDetails !== undefined)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as Value;
    };
    return { evaluate };
  }

  async setCookies(cookies: readonly object[]): Promise<void> {
    await this.#devtools.send('Storage.setCookies', { cookies });
  }

  /** The extension's worker dies, as it does after 30 s of silence. Asked for through a page, and let go of at once. */
  async stopWorker(): Promise<void> {
    const page = (await this.#targets()).find(({ type }) => type === 'page');
    if (page === undefined) throw new Error('There is no page to ask through.');
    const sessionId = await this.#attach(page.targetId);
    await this.#devtools.send('ServiceWorker.enable', {}, sessionId);
    await this.#devtools.send('ServiceWorker.stopAllWorkers', {}, sessionId);
    await this.#devtools.send('Target.detachFromTarget', { sessionId });
  }

  /** The workers that run, and whether a debugger is attached to them. */
  async workers(): Promise<readonly Target[]> {
    return (await this.#targets()).filter(({ type }) => type === 'service_worker');
  }

  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    if (this.#process.exitCode !== null) return;
    await Promise.race([this.#devtools.send('Browser.close').catch(() => undefined), gone]);
    const impatience = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(impatience);
    this.#devtools.close();
  }

  async #targets(): Promise<readonly Target[]> {
    return (await this.#devtools.send<{ targetInfos: readonly Target[] }>('Target.getTargets')).targetInfos;
  }

  async #attach(targetId: string): Promise<string> {
    const { sessionId } = await this.#devtools.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    return sessionId;
  }
}
