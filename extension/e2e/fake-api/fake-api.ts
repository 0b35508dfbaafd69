import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints } from '@latchkey/shared/api/endpoints';
import { extensionId } from '../../src/extension-id.ts';
import { endpointAt, refusal, replyTo, type FakeReply } from './reply.ts';
import { emptyState, type FakeState } from './state.ts';

const session = 'a-session-of-the-fake-api';

/**
 * An API made of samples, to look at the extension's pages in every state, the rare ones too. It answers as the endpoints
 * declare, and refuses to answer otherwise. What the real API does is tested with the real API.
 */
export class FakeApi {
  readonly session = session;
  /** Every call, as `METHOD /path`. */
  readonly calls: string[] = [];
  state: FakeState = emptyState();
  /** Milliseconds that each answer takes. */
  delay = 0;
  /** While it stands, no call that changes something is answered. */
  held: Promise<void> | null = null;
  /** Calls that are not answered yet, whoever made them. */
  waiting = 0;
  readonly #server: Server;
  readonly #streams = new Set<ServerResponse>();
  #port = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async open(): Promise<FakeApi> {
    const api = new FakeApi();
    await api.listen();
    return api;
  }

  /** Comes up again at the same address, if it had one and is down. */
  async listen(): Promise<void> {
    if (this.#server.listening) return;
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Tells every open stream that something changed. */
  tell(change: { invitationId?: string; connectionId?: string; customerId?: string; serviceId?: string }): void {
    this.state.sequence += 1;
    const data = {
      sequence: this.state.sequence,
      at: new Date().toISOString(),
      action: 'invitation.changed',
      customerId: null,
      invitationId: null,
      connectionId: null,
      serviceId: null,
      ...change,
    };
    for (const stream of this.#streams) stream.write(`id: ${data.sequence}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const method = request.method ?? '';
    response.setHeader('access-control-allow-origin', `chrome-extension://${extensionId}`);
    if (method === 'OPTIONS') return preflight(response);
    this.calls.push(`${method} ${url.pathname}${url.search}`);
    const [name] = endpointAt(method, url.pathname);
    const needsSession = name !== undefined && endpoints[name].who !== 'anyone';
    if (needsSession && request.headers.authorization !== `Bearer ${session}`)
      return send(response, refusal('session_ended'));
    if (name === 'streamChanges' || name === 'streamGuideChanges') return this.#stream(response);
    this.waiting += 1;
    response.once('close', () => (this.waiting -= 1));
    const body = await bodyOf(request);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const reply = replyTo(this.state, method, url, body);
    if (method !== 'GET') await this.held;
    send(response, reply);
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    this.#streams.add(response);
    response.once('close', () => this.#streams.delete(response));
  }
}

function preflight(response: ServerResponse): void {
  response
    .writeHead(204, {
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-none-match',
    })
    .end();
}

function send(response: ServerResponse, { status, type, body }: FakeReply): void {
  response.writeHead(status, body === null ? {} : { 'content-type': type });
  response.end(body === null && status === 204 ? undefined : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
