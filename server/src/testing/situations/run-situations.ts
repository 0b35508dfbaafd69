import { act, type Seen } from './act.ts';
import { closingLine, exitCodeOf, heading, lineOf, type Row } from './report.ts';
import { compare } from './compare.ts';
import { countTrips } from './count-trips.ts';
import { expectations } from './expected.ts';

/** `npm run situations`: acts out every situation, or those whose names have one of the given words in them, and prints the table. */
const words = process.argv.slice(2);
const chosen = expectations.filter(({ situation }) => words.every((word) => situation.includes(word)));
const rows: Row[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(heading);
for (const expected of chosen) {
  // oxlint-disable-next-line no-await-in-loop -- a machine with two cores, and a table that is read from top to bottom
  const row = rowOf(expected, await act(expected));
  rows.push(row);
  say(lineOf(row));
}
if (words.length === 0) for (const line of await countTrips()) say(line);
say(closingLine(rows));
process.exitCode = exitCodeOf(rows);

function rowOf(expected: (typeof expectations)[number], seen: Seen): Row {
  return {
    situation: expected.situation,
    evidence: seen.said.at(-1)?.evidence ?? 'none',
    trips: seen.trips.length,
    ...compare(expected, seen),
  };
}
