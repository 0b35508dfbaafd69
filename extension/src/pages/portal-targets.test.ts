import { beforeEach, expect, test } from 'vitest';
import { grantConsentButton, grantedPermissions, permissionsInMenu, registrationInList } from './portal-targets.ts';
import { locate, type About, type Target } from './target.ts';

const about: About = {
  appId: '4f0a6f0e-2f52-4b3a-9d3c-7d1d6f0f4c11',
  claimValues: ['Organization.Read.All', 'Directory.Read.All'],
};

beforeEach(() => document.body.replaceChildren());

/** Builds elements from a short notation: no markup from strings. */
function draw(tag: string, attributes: Readonly<Record<string, string>>, ...children: (Element | string)[]): Element {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
const show = (...children: Element[]): void => document.body.append(...children);
const found = (target: Target): readonly [string | null, number] | 'missing' => {
  const located = locate(target, document, about);
  return located.state === 'missing' ? 'missing' : [located.element.getAttribute('data-is'), located.strategy];
};
const grid = (...rows: (readonly string[])[]): Element =>
  draw(
    'div',
    { role: 'grid', 'data-is': 'grid' },
    ...rows.map((cells) =>
      draw('div', { role: 'row' }, ...cells.map((cell) => draw('span', { role: 'gridcell' }, cell))),
    ),
  );

test('the registration is the row with our application id, whatever it is called', () => {
  const cell = (child: Element | string) => draw('span', { role: 'gridcell' }, child);
  const row = (name: string, id: string, is: string) =>
    draw('div', { role: 'row' }, cell(draw('a', { href: '#x', 'data-is': is }, name)), cell(id));
  show(
    row('Northwind Voice Connector', '22222222-2222-4222-8222-222222222222', 'another'),
    row('接続', about.appId, 'ours'),
  );
  expect(found(registrationInList)).toEqual(['ours', 0]);
});

test('without its id in the list, the registration is the link that leads to it', () => {
  show(draw('a', { href: `#view/X/objectId/1/appId/${about.appId}`, 'data-is': 'ours' }, 'Northwind'));
  expect(found(registrationInList)).toEqual(['ours', 1]);
});

test('Permissions in the menu is found by its name, and in another language by where it leads', () => {
  show(
    draw('a', { href: '#', 'data-is': 'other' }, 'API permissions'),
    draw('div', { role: 'menuitem', 'data-is': 'named' }, ' Permissions '),
  );
  expect(found(permissionsInMenu)).toEqual(['named', 0]);
  document.body.replaceChildren(
    draw(
      'a',
      { href: '#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/1', 'data-is': 'linked' },
      'Berechtigungen',
    ),
  );
  expect(found(permissionsInMenu)).toEqual(['linked', 1]);
});

test('the button for consent is found by its name, read out or written', () => {
  show(
    draw('button', { 'data-is': 'no' }, 'Review permissions'),
    draw('button', { 'data-is': 'yes' }, draw('i', {}), 'Grant admin consent for Contoso Ltd'),
  );
  expect(found(grantConsentButton)).toEqual(['yes', 0]);
  document.body.replaceChildren(
    draw('div', { role: 'button', 'aria-label': 'Grant admin consent for Contoso Ltd', 'data-is': 'read' }),
  );
  expect(found(grantConsentButton)).toEqual(['read', 0]);
});

test('what was granted is the table with one of our claim values, in any language', () => {
  show(grid(['API-Name', 'Anspruch'], ['Microsoft Graph', 'organization.read.all']));
  expect(found(grantedPermissions)).toEqual(['grid', 0]);
});

test('where the other tab is open, the way is the tab', () => {
  const tab = (name: string, selected: string) =>
    draw('button', { role: 'tab', 'aria-selected': selected, 'data-is': name }, name);
  show(tab('Admin consent', 'false'), tab('User consent', 'true'), grid(['Microsoft Graph', 'Mail.Read']));
  expect(found(grantedPermissions)).toEqual(['Admin consent', 1]);
  document.body.replaceChildren(tab('Admin consent', 'true'));
  expect(found(grantedPermissions)).toBe('missing');
});

test.each([registrationInList, permissionsInMenu, grantConsentButton, grantedPermissions])(
  '$id is missing on a page that has nothing of it',
  (target) => {
    show(
      draw('p', {}, 'Grant admin consent for everybody: Organization.Read.All Permissions'),
      draw('button', {}, 'Refresh'),
    );
    expect(found(target)).toBe('missing');
  },
);

test('a page cannot hide things from us, or break us, by what it calls its fields', () => {
  const names = ['querySelectorAll', 'getAttribute', 'textContent', 'closest', 'childElementCount', 'checkVisibility'];
  for (const name of names) show(draw('img', { name, id: name }));
  const trap = draw('form', { role: 'button' }, ...names.map((name) => draw('input', { name })));
  show(trap, draw('button', { 'data-is': 'yes' }, 'Grant admin consent for Contoso Ltd'));
  // In a browser the fields hide the form's own methods by themselves; this document has to be told.
  for (const name of names) Object.defineProperty(trap, name, { value: trap.firstElementChild, configurable: true });
  try {
    expect(() => locate(grantConsentButton, document, about)).not.toThrow();
    expect(found(grantConsentButton)).toEqual(['yes', 0]);
  } finally {
    for (const name of names) Reflect.deleteProperty(trap, name);
  }
});
