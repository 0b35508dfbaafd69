/** Asks again and again, until there is an answer; says what was waited for in vain. */
export async function until<Found>(
  what: string,
  find: () => Found | undefined | Promise<Found | undefined>,
  patienceMs = 20_000,
): Promise<Found> {
  const patience = AbortSignal.timeout(patienceMs);
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (patience.aborted) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
