import { pino, type DestinationStream } from 'pino';
import { scrub } from './scrub.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, 'text' | 'number'>>;

/** Everything that can be logged: an event has a level and exactly these fields. What is not here cannot be written. */
const events = {
  'server.listening': { level: 'info', fields: { address: 'text', version: 'text' } },
  'server.sealed': { level: 'error', fields: { reason: 'text' } },
  'server.stopping': { level: 'info', fields: { signal: 'text' } },
  'server.stopped': { level: 'info', fields: { ms: 'number' } },
  'request.done': {
    level: 'info',
    fields: { requestId: 'text', method: 'text', route: 'text', status: 'number', ms: 'number', operatorId: 'text' },
  },
  'request.failed': { level: 'error', fields: { requestId: 'text', route: 'text', error: 'text', where: 'text' } },
  'reply.malformed': { level: 'error', fields: { requestId: 'text', route: 'text', paths: 'text' } },
  'operator.refused': { level: 'warn', fields: { requestId: 'text', reason: 'text' } },
  'microsoft.call': {
    level: 'debug',
    fields: { what: 'text', status: 'number', ms: 'number', requestId: 'text', upstreamRequestId: 'text' },
  },
  'work.failed': { level: 'error', fields: { kind: 'text', subject: 'text', error: 'text', where: 'text' } },
  'stream.ended': { level: 'info', fields: { operatorId: 'text', ms: 'number' } },
  'stream.dropped': { level: 'warn', fields: { reason: 'text' } },
} as const satisfies Record<string, { readonly level: Level; readonly fields: Fields }>;

export type EventName = keyof typeof events;
type FieldsOf<Name extends EventName> = {
  readonly [Field in keyof (typeof events)[Name]['fields']]?:
    | ((typeof events)[Name]['fields'][Field] extends 'number' ? number : string)
    | undefined;
};

/** The only way to log. */
export interface Log {
  event<Name extends EventName>(name: Name, fields: FieldsOf<Name>): void;
}

/** A log that writes one line of JSON for each event: listed fields only, each of its kind, texts scrubbed. */
export function createLog(level: Level | 'silent', destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    event: (name, given) => {
      const { level: eventLevel, fields } = events[name];
      logger[eventLevel]({ event: name, ...allowed(fields, given) });
    },
  };
}

/** A log that nobody reads. */
export const silentLog: Log = { event: () => undefined };

/** A fault as it may be logged: its kind and the place in our own code, never its message, which may quote anything. */
export function describeFault(error: unknown): { readonly error: string; readonly where: string } {
  if (!(error instanceof Error)) return { error: typeof error, where: '' };
  const where = error.stack?.split('\n').find((line) => /\/server\/src\//.test(line)) ?? '';
  return { error: error.name, where: where.replace(/^.*\/server\/src\//, '').replace(/\)$/, '') };
}

function allowed(fields: Fields, given: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, kind] of Object.entries(fields)) {
    const value = given[name];
    if (kind === 'number' && typeof value === 'number') kept[name] = value;
    if (kind === 'text' && typeof value === 'string') kept[name] = scrub(value);
  }
  return kept;
}
