import { useId } from 'preact/hooks';

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

/** One of several, chosen above a list. */
export function Choice<Value extends string | number>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span class="lkc-choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="lk-select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen !== undefined) onChoose(chosen[0]);
        }}
      >
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
