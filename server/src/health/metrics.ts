import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Numbers about the running server: counts and times by route pattern, never by address, person or customer. */
export interface Metrics {
  request(about: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly ms: number;
  }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** `openStreams` is asked at each reading. */
export function createMetrics(openStreams: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'latchkey_requests_total',
    help: 'Requests by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'latchkey_request_seconds',
    help: 'Time to answer, by route.',
    labelNames: ['route'],
    buckets: [0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers: [registry],
  });
  new Gauge({
    name: 'latchkey_streams_open',
    help: 'Change streams that are open.',
    registers: [registry],
    collect() {
      this.set(openStreams());
    },
  });
  return {
    request: ({ method, route, status, ms }) => {
      requests.inc({ method, route, status });
      durations.observe({ route }, ms / 1000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
