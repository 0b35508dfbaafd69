// @ts-check
import { readFileSync } from 'node:fs';

/*
 * Loaded before the API in journeys (`--import`): its clock goes ahead by as many milliseconds as the file says. What takes
 * days is looked at in seconds, and nobody sleeps; the API itself knows nothing of it.
 */
const file = process.env['LATCHKEY_JOURNEY_CLOCK'] ?? '';
const RealDate = Date;

/** Read each time: the journey writes it while the API runs. */
const ahead = () => Number(readFileSync(file, 'utf8'));

class MovedDate extends RealDate {
  /** @param {readonly unknown[]} given */
  constructor(...given) {
    super(.../** @type {[number]} */ (given.length === 0 ? [MovedDate.now()] : given));
  }
  static now() {
    return RealDate.now() + ahead();
  }
}

globalThis.Date = /** @type {DateConstructor} */ (/** @type {unknown} */ (MovedDate));
