import type { ComponentChildren } from 'preact';
import { ErrorBanner } from './error-words.tsx';
import { Button } from './button.tsx';
import { Waiting } from './states.tsx';
import { useFullSpeech } from './words.ts';
import type { Resource } from '../server-api/resource.ts';

interface LoadedProps<Value> {
  readonly of: Resource<Value>;
  readonly children: (value: Value) => ComponentChildren;
}

/** Something of the server: what is known of it, or that it is being read, or why it is not known. */
export function Loaded<Value>({ of, children }: LoadedProps<Value>) {
  const { words } = useFullSpeech();
  const { value, error } = of.known.value;
  return (
    <>
      {error !== null && error.code !== 'offline' && <ErrorBanner error={error} />}
      {error !== null && error.code === 'offline' && value === undefined && (
        <>
          <ErrorBanner error={error} />
          <Button onPress={() => of.refresh()}>{words.actions.tryAgain}</Button>
        </>
      )}
      {value !== undefined && children(value)}
      {value === undefined && error === null && (
        <div role="status">
          <Waiting>{words.console.loading}</Waiting>
        </div>
      )}
    </>
  );
}
