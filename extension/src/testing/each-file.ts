import { configure } from '@testing-library/preact';
import { afterEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearScreen } from './clear-screen.ts';

// What is waited for comes or does not: how fast says more about the machine than about the page.
configure({ asyncUtilTimeout: 20_000 });

// The stand-in for the browser has no permissions that could change: whoever would hear of it hears nothing.
const silent = { addListener: () => {}, removeListener: () => {} };
const permissions = { contains: async () => false, onAdded: silent, onRemoved: silent };
const parts = { ...fakeBrowser, permissions };
const { runtime } = fakeBrowser;
const ofRuntime = { ...runtime };
function asItWas(): void {
  Object.assign(fakeBrowser, parts);
  Object.assign(runtime, ofRuntime);
}
asItWas();

// The files of a worker share one document and one browser: what a test has drawn, or put into either, is not there for the next.
afterEach(() => {
  clearScreen();
  document.body.replaceChildren();
  asItWas();
});
