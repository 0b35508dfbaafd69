import { goTo, send } from './api.ts';
import { choice, element, field, title } from './dom.ts';
import { consoleLicences, consoleMethods, type ConsoleMethod } from './lists.ts';
import { links } from './route.ts';

const trail = ['Services', 'Add Service', 'Direct Routing'] as const;

/** The Onboarding wizard's first page. */
export const wizardView = (): HTMLElement =>
  element(
    'section',
    {},
    title('Onboarding wizard', ...trail),
    element('p', {}, 'Add a customer, or go on with one whose authentication is complete.'),
    element(
      'div',
      { class: 'tools' },
      element('a', { class: 'button first', href: links.newCustomer }, 'Add New Customer'),
      element('a', { class: 'button', href: links.pending }, 'Pending Invitations'),
    ),
  );

function method(chosen: ConsoleMethod, onChoose: (one: ConsoleMethod) => void): HTMLElement {
  const radios = consoleMethods.map((value) => {
    const radio = element('input', { type: 'radio', name: 'method', value });
    radio.checked = value === chosen;
    radio.addEventListener('change', () => onChoose(value));
    return element('label', { class: 'radio' }, radio, value);
  });
  return element('fieldset', {}, element('legend', {}, 'Secure the Token connection'), ...radios);
}

const text = (attributes: Readonly<Record<string, string>>): HTMLInputElement =>
  element('input', { type: 'text', autocomplete: 'off', ...attributes });

/** What each method wants to be told. What is typed here as a password or a secret stays in the page: nothing sends it. */
function details(chosen: ConsoleMethod, email: HTMLInputElement): readonly HTMLElement[] {
  if (chosen === 'Send link to IT administrator for authentication')
    return [field('E-mail of the IT administrator', email)];
  if (chosen === 'Use known App registration')
    return [
      field('Customer Microsoft Tenant ID', text({})),
      field('Application (Client) ID', text({})),
      field('Client Secret', text({ type: 'password', autocomplete: 'off' })),
    ];
  return [field('Global Admin username', text({})), field('Password', text({ type: 'password', autocomplete: 'off' }))];
}

/** Add New Customer. */
export function newCustomerView(): HTMLElement {
  const fullName = text({ maxlength: '120' });
  const shortName = text({ maxlength: '15' });
  const licence = choice(consoleLicences.map((one) => [one, one]));
  const users = element('input', { type: 'number', min: '1', max: '500', value: '50' });
  const email = text({ type: 'email' });
  const said = element('p', { role: 'alert', class: 'problem' });
  const more = element('div', { class: 'fields' });
  let chosen: ConsoleMethod = consoleMethods[0];
  const choose = (one: ConsoleMethod): void => {
    chosen = one;
    more.replaceChildren(...details(one, email));
  };
  choose(chosen);
  const form = element(
    'form',
    { class: 'fields' },
    field('Full Name of Service', fullName),
    field('Unique Short Name of Service', shortName),
    field('Licence type', licence),
    field('Number of licensed users', users),
    method(chosen, choose),
    more,
    said,
    element('div', { class: 'tools' }, element('button', { type: 'submit', class: 'first' }, 'Next')),
  );
  const next = async (): Promise<void> => {
    const order = { licence: licence.value, users: users.valueAsNumber, method: chosen, email: email.value };
    const answer = await send('POST', '/api/invitations', {
      ...order,
      fullName: fullName.value,
      shortName: shortName.value,
    });
    if (answer.ok) return goTo(links.authentication(shortName.value));
    said.textContent = ((await answer.json()) as { readonly problem: string }).problem;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void next();
  });
  return element('section', {}, title('Add New Customer', ...trail), form);
}
