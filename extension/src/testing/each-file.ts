import { configure } from '@testing-library/preact';
import { afterEach } from 'vitest';
import { clearScreen } from './clear-screen.ts';

// What is waited for comes or does not: how fast says more about the machine than about the page.
configure({ asyncUtilTimeout: 20_000 });

// The files of a worker share one document: what a test has drawn, or written into it, is not there for the next.
afterEach(() => {
  clearScreen();
  document.body.replaceChildren();
});
