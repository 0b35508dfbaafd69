import type { Reply } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';

/** A page as the API gives it. */
type Page<Item, Besides> = Besides & {
  readonly items: readonly Item[];
  readonly next: string | null;
};

interface Counted {
  readonly total: number;
}

/** A list that is read page by page, and again from its beginning when something changed. */
export interface PagedList<Item, Besides = Counted> {
  readonly list: Resource<Page<Item, Besides>>;
  readonly readMore: () => Promise<void>;
}

/** Keeps a list of the API at hand, as many pages of it as were asked for. */
export function createPagedList<Item, Besides = Counted>(
  load: (before: string | undefined) => Promise<Reply<Page<Item, Besides>>>,
  now: () => number,
): PagedList<Item, Besides> {
  let pages = 1;
  const list = createResource<Page<Item, Besides>>(async () => {
    let items: readonly Item[] = [];
    let before: string | undefined;
    for (let page = 1; ; page += 1) {
      const reply = await load(before);
      if (!reply.ok) return reply;
      items = [...items, ...reply.value.items];
      const { next } = reply.value;
      if (next === null || page >= pages) return { ok: true, value: { ...reply.value, items } };
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
