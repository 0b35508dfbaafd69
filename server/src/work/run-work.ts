/** Something that is done again and again beside the answers. */
export interface Job {
  readonly kind: string;
  readonly everyMs: number;
  run(): Promise<unknown>;
}

/** Runs each job on its own beat, never twice at once; a fault is told and the beat goes on. Gives what ends it, once all is done. */
export function runWork(jobs: readonly Job[], onFault: (kind: string, error: unknown) => void): () => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const timers = jobs.map((job) =>
    setInterval(() => {
      if (running.has(job.kind)) return;
      const run = job
        .run()
        .then(() => undefined)
        .catch((error: unknown) => onFault(job.kind, error))
        .finally(() => running.delete(job.kind));
      running.set(job.kind, run);
    }, job.everyMs).unref(),
  );
  return async () => {
    timers.forEach((timer) => clearInterval(timer));
    await Promise.all(running.values());
  };
}
