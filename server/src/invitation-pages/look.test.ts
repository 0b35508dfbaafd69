import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the pages and the extension have the very same tokens', () => {
  expect(read('./assets/tokens.css')).toBe(read('../../../extension/src/look/tokens.css'));
});

test('the style sheet names no side of the screen and no colour of its own', () => {
  const css = read('./assets/pages.css').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(css).not.toMatch(/(?<![-\w])(left|right|top|bottom|width|height)\s*:|#[0-9a-f]{3,8}\b|rgb\(/i);
});

test('every token that is used is there', () => {
  const tokens = read('./assets/tokens.css');
  const used = [...read('./assets/pages.css').matchAll(/var\((--lk-(?!cut)[\w-]+)/g)].map(([, name = '']) => name);
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
});
