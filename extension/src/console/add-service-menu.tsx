import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../look/icon.tsx';
import { useMayWrite } from '../checklist/row-button.tsx';
import { useFullSpeech } from '../look/words.ts';
import { places } from './route.ts';

/** "Add Service": shows the kinds of service there are. Escape closes it and gives the focus back. */
export function AddServiceMenu() {
  const { words } = useFullSpeech();
  const mayWrite = useMayWrite();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { addService, kinds } = words.console.servicesPage;
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    menu.current?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        setOpen(false);
        button.current?.focus();
      },
      { signal },
    );
    menu.current?.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) setOpen(false);
      },
      { signal },
    );
    return () => leaving.abort();
  }, [mayWrite]);
  if (!mayWrite) return <span class="lk-hint">{words.popup.readOnly}</span>;
  return (
    <div ref={menu} class="lkc-menu">
      <button
        ref={button}
        type="button"
        class="lk-btn lk-btn--primary"
        aria-expanded={open}
        aria-controls={id}
        onClick={({ detail }) => detail > 1 || setOpen(!open)}
      >
        {addService}
        <Icon name="down" />
      </button>
      <ul id={id} class="lk-card" aria-label={kinds} hidden={!open}>
        <li>
          <a href={places.onboarding}>{words.console.serviceKinds['direct-routing']}</a>
        </li>
      </ul>
    </div>
  );
}
