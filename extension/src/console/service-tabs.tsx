import { useRef } from 'preact/hooks';
import { useFullSpeech } from '../look/words.ts';
import { useDesk } from './desk.ts';
import { places, serviceTabs, type ServiceTab } from './route.ts';

/** The tabs of a service. Arrow keys move along them, in reading direction; each has an address of its own. */
export function ServiceTabs({ id, tab }: { readonly id: string; readonly tab: ServiceTab }) {
  const { words, direction } = useFullSpeech();
  const { goTo } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const { tabs, tabList } = words.console.servicePage;

  function move(event: KeyboardEvent): void {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: -1, [forward]: 1 };
    const at = serviceTabs.indexOf(tab);
    const step = steps[event.key];
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? serviceTabs.length - 1 : step === undefined ? at : at + step;
    const next = serviceTabs.at(to % serviceTabs.length);
    if (to === at || next === undefined) return;
    event.preventDefault();
    goTo(places.service(id, next));
    const button = list.current?.children[serviceTabs.indexOf(next)];
    if (button instanceof HTMLElement) button.focus();
  }

  return (
    <div ref={list} role="tablist" tabIndex={-1} aria-label={tabList} class="lkc-tabs" onKeyDown={move}>
      {serviceTabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-controls="tab-panel"
          aria-selected={name === tab}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => goTo(places.service(id, name))}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  );
}
