import type { ConsoleService, ConsoleValidation } from '../console-data.ts';
import { send } from './api.ts';
import { button, element, facts, title } from './dom.ts';
import { links } from './route.ts';

/** M365 Settings, with this console's own Validate Authentication, which is green for everybody. */
export function settingsView({ shortName, fullName, account, method }: ConsoleService): HTMLElement {
  const banner = element('p', { role: 'status' });
  const validate = async (): Promise<void> => {
    const answer = await send('POST', `/api/services/${encodeURIComponent(shortName)}/validate`);
    const { status } = (await answer.json()) as ConsoleValidation;
    banner.className = 'green banner';
    banner.textContent = `✓ Last Authentication Status: ${status}`;
  };
  return element(
    'section',
    {},
    banner,
    title('M365 Settings', 'Services', fullName),
    facts([
      ['Customer', element('a', { href: links.service(shortName) }, fullName)],
      ['Method', method],
      ['Username', account ?? 'not known'],
      ['Password', '••••••••••••'],
    ]),
    element(
      'div',
      { class: 'tools' },
      button('Validate Authentication', () => void validate(), { class: 'first' }),
    ),
    element('p', { class: 'soft' }, 'Answered from this console’s own record.'),
  );
}
