/** Whether every combination runs: `npm run journeys`, `npm run broken` and `npm test -- --thorough` say so. */
const thorough = process.env['LATCHKEY_THOROUGH'] === 'true';

/** All of them where there is time; else the few, which between them hold every value once. */
export const allOr = <Item>(all: readonly Item[], few: readonly NoInfer<Item>[]): readonly Item[] =>
  thorough ? all : few;

/** Leaves a test out, and says so in the summary, where another one walks most of its way. */
export function onlyIfThorough(context: { skip(reason: string): unknown }): void {
  if (!thorough) context.skip('walks a way again to another end: npm test -- --thorough');
}
