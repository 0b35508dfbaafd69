import type { Reply } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';

/** A page as the API gives it. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number;
}

/** A list that is read page by page, and again from its beginning when something changed. */
export interface PagedList<Item> {
  readonly list: Resource<Page<Item>>;
  readonly readMore: () => Promise<void>;
}

/** Keeps a list of the API at hand, as many pages of it as were asked for. */
export function createPagedList<Item>(
  load: (before: string | undefined) => Promise<Reply<Page<Item>>>,
  now: () => number,
): PagedList<Item> {
  let pages = 1;
  const list = createResource<Page<Item>>(async () => {
    let items: readonly Item[] = [];
    let before: string | undefined;
    for (let page = 1; ; page += 1) {
      const reply = await load(before);
      if (!reply.ok) return reply;
      items = [...items, ...reply.value.items];
      const { next, total } = reply.value;
      if (next === null || page >= pages) return { ok: true, value: { items, next, total } };
      before = next;
    }
  }, now);
  return {
    list,
    readMore() {
      pages += 1;
      return list.refresh();
    },
  };
}
