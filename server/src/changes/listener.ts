import type { AuditLine, AuditReads } from '../audit/audit-repository.ts';
import type { SessionKey } from '../http/call.ts';
import { eventOf, greeting, heartbeat } from './change-lines.ts';

const bytesAhead = 64 * 1024;
const linesAtOnce = 500;

/** One open stream. It never holds more than a little: what does not fit is read again from the table when there is room. */
export class Listener {
  readonly session: SessionKey;
  readonly operatorId: string;
  readonly stream: ReadableStream<Uint8Array>;
  readonly #audit: AuditReads;
  readonly #only: string | undefined;
  readonly #onEnd: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #sequence: number;
  #isCatchingUp = false;
  #isBehind = true;
  #turnsWithoutRoom = 0;

  constructor(options: {
    readonly session: SessionKey;
    readonly operatorId: string;
    readonly after: number;
    /** Hears of this invitation alone. */
    readonly only?: string | undefined;
    readonly audit: AuditReads;
    readonly onEnd: () => void;
  }) {
    this.session = options.session;
    this.operatorId = options.operatorId;
    this.#sequence = options.after;
    this.#only = options.only;
    this.#audit = options.audit;
    this.#onEnd = options.onEnd;
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          controller.enqueue(greeting);
        },
        pull: () => this.#catchUp(),
        cancel: () => this.#leave(),
      },
      { highWaterMark: bytesAhead, size: (chunk) => chunk.byteLength },
    );
  }

  get hasEnded(): boolean {
    return this.#controller === undefined;
  }

  /** Takes a new line, if it is the next one and there is room; else it is behind, and catches up from the table. */
  offer(line: AuditLine, event: Uint8Array): void {
    if (line.sequence <= this.#sequence || !this.#concerns(line)) return;
    if (this.#isCatchingUp || this.#isBehind || !this.#hasRoom || this.#isGap(line)) {
      this.#isBehind = true;
      if (this.#hasRoom) void this.#catchUp();
      return;
    }
    this.#send(event);
    this.#sequence = line.sequence;
  }

  /** False when nothing could be sent for two turns: whoever reads so slowly comes back and resumes. */
  beat(): boolean {
    this.#turnsWithoutRoom = this.#hasRoom ? 0 : this.#turnsWithoutRoom + 1;
    if (this.#hasRoom) this.#send(heartbeat);
    return this.#turnsWithoutRoom < 2;
  }

  end(): void {
    const controller = this.#controller;
    this.#leave();
    try {
      controller?.close();
    } catch {
      // Its reader was gone before us.
    }
  }

  get #hasRoom(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #concerns = (line: AuditLine): boolean => this.#only === undefined || line.invitationId === this.#only;

  /** Who hears of everything misses a line where a number is missing. Of one invitation the numbers always have gaps. */
  #isGap = (line: AuditLine): boolean => this.#only === undefined && line.sequence !== this.#sequence + 1;

  #send(bytes: Uint8Array): void {
    this.#controller?.enqueue(bytes);
  }

  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    try {
      while (this.#isBehind && this.#hasRoom) await this.#readOn();
    } catch {
      this.end();
    } finally {
      this.#isCatchingUp = false;
    }
  }

  async #readOn(): Promise<void> {
    this.#isBehind = false;
    const lines = await this.#next();
    for (const line of lines) {
      if (!this.#hasRoom) break;
      this.#send(eventOf(line));
      this.#sequence = line.sequence;
    }
    const last = lines.at(-1);
    if (last !== undefined && (last.sequence !== this.#sequence || lines.length === linesAtOnce)) this.#isBehind = true;
  }

  async #next(): Promise<readonly AuditLine[]> {
    if (this.#only === undefined) return this.#audit.after(this.#sequence, linesAtOnce);
    const own = await this.#audit.ofInvitation(this.#only);
    return own.filter(({ sequence }) => sequence > this.#sequence).slice(0, linesAtOnce);
  }

  #leave(): void {
    if (this.#controller === undefined) return;
    this.#controller = undefined;
    this.#onEnd();
  }
}
