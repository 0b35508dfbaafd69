/**
 * Runs jobs in the order given, at most `width` at a time, each only when those that it comes after have ended. A job
 * that comes after one that is not in the list does not wait for it.
 */
export async function runAll<Job extends { readonly name: string; readonly after: readonly string[] }>(
  jobs: readonly Job[],
  width: number,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const open = new Set(jobs.map(({ name }) => name));
  const waiting = [...jobs];
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after }) => after.every((name) => !open.has(name)));
    if (next === -1 && running.size === 0) throw new Error(`These wait for each other: ${[...open].join(', ')}`);
    if (next === -1 || running.size >= width) {
      await Promise.race(running);
      continue;
    }
    const [job] = waiting.splice(next, 1) as [Job];
    const ended = run(job).finally(() => {
      open.delete(job.name);
      running.delete(ended);
    });
    running.add(ended);
  }
}
