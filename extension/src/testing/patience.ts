import { configure } from '@testing-library/preact';

// What is waited for comes or does not: how fast says more about the machine than about the page.
configure({ asyncUtilTimeout: 20_000 });
