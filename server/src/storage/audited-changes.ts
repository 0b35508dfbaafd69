import { DeleteQueryNode, InsertQueryNode, UpdateQueryNode, type KyselyPlugin, type QueryId } from 'kysely';

/** Watches the statements of one transaction: was anything changed, and was a line written for it? */
export class AuditedChanges implements KyselyPlugin {
  readonly #kinds = new WeakMap<QueryId, 'audit' | 'change'>();
  #changes = 0;
  #lines = 0;

  /** Whether something was changed of which the trail knows nothing. */
  get isUnaudited(): boolean {
    return this.#changes > 0 && this.#lines === 0;
  }

  /** Whether the trail grew. */
  get hasLines(): boolean {
    return this.#lines > 0;
  }

  transformQuery: KyselyPlugin['transformQuery'] = ({ node, queryId }) => {
    const writes = InsertQueryNode.is(node) || UpdateQueryNode.is(node) || DeleteQueryNode.is(node);
    if (writes) this.#kinds.set(queryId, isAuditInsert(node) ? 'audit' : 'change');
    return node;
  };

  transformResult: KyselyPlugin['transformResult'] = ({ result, queryId }) => {
    const kind = this.#kinds.get(queryId);
    const touched = (result.numAffectedRows ?? 0n) > 0n || result.rows.length > 0;
    if (kind === 'audit' && touched) this.#lines += 1;
    if (kind === 'change' && touched) this.#changes += 1;
    return Promise.resolve(result);
  };
}

const isAuditInsert = (node: InsertQueryNode | UpdateQueryNode | DeleteQueryNode): boolean =>
  InsertQueryNode.is(node) && node.into?.table.identifier.name === 'audit';
