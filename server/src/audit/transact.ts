import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Store, Transaction } from '../storage/store.ts';

/** An expected refusal in the middle of a transaction: thrown, so that nothing of it remains. */
class Refusal<Code extends ErrorCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

/** One transaction that either happens whole, or is refused whole: `throw refuse('short_name_taken')`. */
export async function transactOrRefuse<Value, Code extends ErrorCode>(
  store: Store,
  work: (tx: Transaction, refuse: (code: Code) => Error) => Promise<Value>,
): Promise<Result<Value, Code>> {
  const refusals = new WeakSet<Error>();
  try {
    return ok(
      await store.transact((tx) =>
        work(tx, (code) => {
          const refusal = new Refusal(code);
          refusals.add(refusal);
          return refusal;
        }),
      ),
    );
  } catch (error) {
    if (error instanceof Refusal && refusals.has(error)) return err(error.code as Code);
    throw error;
  }
}
