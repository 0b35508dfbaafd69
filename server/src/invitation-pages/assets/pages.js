// @ts-check
/*
 * The only script of the invitation pages; without it all but the link itself works.
 * - On /i it swaps the fragment, which holds the token, for a cookie, and takes it out of the address.
 * - Everywhere it writes times again in the reader's own zone, and shows the button that prints.
 */
'use strict';
(() => {
  const root = document.documentElement;
  const landing = location.pathname === '/i';
  const token = landing ? location.hash.slice(1) : '';

  // Before the body is read: the typed code does not flash up under a link that works.
  if (token !== '') root.dataset.landing = 'opening';

  /** @param {string} state */
  function show(state) {
    for (const part of document.querySelectorAll('[data-when]'))
      part.toggleAttribute('hidden', !(part.getAttribute('data-when') ?? '').split(' ').includes(state));
    delete root.dataset.landing;
    const heading = document.querySelector('[data-when]:not([hidden]) h1');
    if (state === 'opening' || !(heading instanceof HTMLElement)) return;
    document.title = heading.textContent ?? document.title;
    heading.tabIndex = -1;
    heading.focus();
  }

  const forgetToken = () => history.replaceState(null, '', '/i');

  async function open() {
    show('opening');
    const answer = await fetch('/i/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    }).catch(() => undefined);
    if (answer?.ok) {
      forgetToken();
      location.replace(answer.headers.get('content-location') ?? '/i/invitation');
      return;
    }
    if (answer?.status === 429) return show('too_many');
    if (answer === undefined || answer.status >= 500) return show('unreachable');
    forgetToken();
    if (answer.status === 410) return show('renewed');
    show(token.startsWith('t.') ? 'ticket' : 'unknown');
  }

  function writeTimes() {
    for (const time of document.querySelectorAll('time[data-precision]')) {
      const at = new Date(time.getAttribute('datetime') ?? '');
      if (Number.isNaN(at.getTime())) continue;
      const seconds = time.getAttribute('data-precision') === 'second';
      time.textContent = new Intl.DateTimeFormat(root.dataset.dates, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        ...(seconds ? { second: '2-digit' } : {}),
        hourCycle: 'h23',
        timeZoneName: 'short',
      }).format(at);
    }
  }

  addEventListener('DOMContentLoaded', () => {
    writeTimes();
    for (const button of document.querySelectorAll('[data-print]')) {
      button.removeAttribute('hidden');
      button.addEventListener('click', () => print());
    }
    document.querySelector('[data-retry]')?.addEventListener('click', () => void open());
    if (!landing) return;
    if (token === '') show('incomplete');
    else void open();
  });
  // Whoever pastes the whole link into this very tab changes the fragment only.
  if (landing) addEventListener('hashchange', () => location.reload());
})();
