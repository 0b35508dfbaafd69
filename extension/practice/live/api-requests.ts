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
  readonly operatorId?: string;
}

/** Every request of an operator that came since. */
export const operatorRequests = (logFile: string, since: number): readonly ApiRequest[] =>
  readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ event, operatorId }) => event === 'request.done' && operatorId !== undefined)
    .map(({ method, route, at, ms }) => ({ method, route, came: Date.parse(at) - ms }))
    .filter(({ came }) => came >= since);

export const isStream = ({ route }: ApiRequest): boolean => route.endsWith('/changes/stream');
