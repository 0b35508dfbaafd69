/** Something that is done again and again beside the answers. */
export interface Job {
  readonly kind: string;
  readonly everyMs: number;
  /** `ending` aborts when the process is to stop: begin nothing more, and end soon. */
  run(ending: AbortSignal): Promise<unknown>;
}

/** Runs each job on its own beat, never twice at once; a fault is told and the beat goes on. Gives what ends it, once all is done. */
export function runWork(jobs: readonly Job[], onFault: (kind: string, error: unknown) => void): () => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const ending = new AbortController();
  const timers = jobs.map((job) =>
    setInterval(() => {
      if (running.has(job.kind)) return;
      const run = job
        .run(ending.signal)
        .then(() => undefined)
        .catch((error: unknown) => onFault(job.kind, error))
        .finally(() => running.delete(job.kind));
      running.set(job.kind, run);
    }, job.everyMs).unref(),
  );
  return async () => {
    timers.forEach((timer) => clearInterval(timer));
    ending.abort();
    await Promise.all(running.values());
  };
}
