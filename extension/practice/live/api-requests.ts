import { readFileSync } from 'node:fs';

/** One request of an operator, as the API's own log has it. A stream stands there when it is opened. */
export interface ApiRequest {
  readonly method: string;
  readonly route: string;
  /** When it came, in milliseconds since the epoch. */
  readonly came: number;
}

interface Line {
  readonly event?: string;
  readonly at: string;
  readonly method: string;
  readonly route: string;
  readonly ms: number;
  readonly status?: number;
  readonly operatorId?: string;
}

const linesOf = (logFile: string): readonly Line[] =>
  readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line);

/** Every request of an operator that came since. */
export const operatorRequests = (logFile: string, since: number): readonly ApiRequest[] =>
  linesOf(logFile)
    .filter(({ event, operatorId }) => event === 'request.done' && operatorId !== undefined)
    .map(({ method, route, at, ms }) => ({ method, route, came: Date.parse(at) - ms }))
    .filter(({ came }) => came >= since);

/**
 * The most change streams of operators that were open at one moment since, by the same log: it says when each was opened, and
 * when it ended.
 */
export function mostStreamsAtOnce(logFile: string, since: number): number {
  const turns = linesOf(logFile)
    .flatMap((line) => {
      if (line.event === 'stream.ended') return [{ at: Date.parse(line.at), by: -1 }];
      const opens = line.event === 'request.done' && line.status === 200 && line.route === '/v1/changes/stream';
      return opens ? [{ at: Date.parse(line.at), by: 1 }] : [];
    })
    .toSorted((one, other) => one.at - other.at || one.by - other.by);
  const open = (until: number) => turns.filter(({ at }) => at <= until).reduce((sum, { by }) => sum + by, 0);
  return Math.max(open(since), ...turns.filter(({ at }) => at > since).map(({ at }) => open(at)));
}

export const isStream = ({ route }: ApiRequest): boolean => route.endsWith('/changes/stream');
