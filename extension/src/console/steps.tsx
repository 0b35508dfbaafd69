import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';

const order = ['customer', 'method', 'authentication'] as const;
type StepName = (typeof order)[number];

/** Where in the wizard we are. What was merely typed is done, not proved: ink, not green. */
export function Steps({ now }: { readonly now: StepName }) {
  const { words } = useFullSpeech();
  const at = order.indexOf(now);
  return (
    <ol class="lkc-rail" aria-label={words.console.steps.label}>
      {order.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined}>
          <span class={`lk-step ${index < at ? 'is-done' : index === at ? 'is-now' : 'is-next'}`}>
            <span class="lk-step__mark">{index < at ? <Icon name="check" /> : index + 1}</span>
          </span>
          {words.console.steps[name]}
        </li>
      ))}
    </ol>
  );
}
