/** Whether every repetition runs: `npm run broken` and `npm test -- --thorough` say so. */
const thorough = process.env['LATCHKEY_THOROUGH'] === 'true';

/** All of it where there is time; else what stands for it. */
export const allOr = <Value>(all: Value, few: Value): Value => (thorough ? all : few);
