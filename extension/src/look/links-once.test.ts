import { afterEach, expect, test } from 'vitest';
import { pressLinksOnce } from './links-once.ts';

pressLinksOnce();
afterEach(() => document.body.replaceChildren());

/** What comes of a click on something within such an element: whether the browser follows it, and how often the page hears of it. */
function click(tag: 'a' | 'p', detail: number) {
  const outer = document.createElement(tag);
  outer.setAttribute('href', '#/customers');
  const target = document.createElement('b');
  outer.append(target);
  document.body.replaceChildren(outer);
  let heard = 0;
  target.addEventListener('click', () => (heard += 1));
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail });
  target.dispatchEvent(event);
  return { followed: !event.defaultPrevented, heard };
}

test('the rest of a double click on a link is neither followed nor heard', () => {
  expect(click('a', 1)).toEqual({ followed: true, heard: 1 });
  expect(click('a', 2)).toEqual({ followed: false, heard: 0 });
  expect(click('a', 3)).toEqual({ followed: false, heard: 0 });
});

test('a key on a link, and a double click on anything else, are as ever', () => {
  expect(click('a', 0)).toEqual({ followed: true, heard: 1 });
  expect(click('p', 2)).toEqual({ followed: true, heard: 1 });
});
