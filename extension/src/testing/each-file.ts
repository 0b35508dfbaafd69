import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// What is waited for comes or does not: how fast says more about the machine than about the page.
configure({ asyncUtilTimeout: 20_000 });

// The files of a worker share one document: what a test has drawn, or written into it, is not there for the next.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});
