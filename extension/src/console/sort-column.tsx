import type { ComponentChildren } from 'preact';

interface ColumnProps<Order extends string> {
  readonly word: string;
  /** What a press orders by; null where a column orders nothing. */
  readonly by: Order | null;
  readonly isOn: boolean;
  readonly onOrder: (order: Order) => void;
  readonly children?: ComponentChildren;
}

/** The head of a column; a press on its name orders the list by it. */
export function SortColumn<Order extends string>({ word, by, isOn, onOrder, children }: ColumnProps<Order>) {
  return (
    <th scope="col" aria-sort={isOn ? 'ascending' : undefined}>
      {children}
      {by === null ? (
        word
      ) : (
        <button type="button" class={isOn ? 'lkc-sort is-on' : 'lkc-sort'} onClick={() => onOrder(by)}>
          {word}
        </button>
      )}
    </th>
  );
}
