import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { FocusKept } from '../look/focus-kept.tsx';
import { Icon } from '../look/icon.tsx';
import { Mark } from '../look/mark.tsx';
import { asideOf, cornerAt, nextCorner, type Corner } from './corners.ts';
import { useDragging } from './dragging.ts';
import type { OverlaySpeech } from './words.ts';

interface CardProps {
  readonly speech: Pick<OverlaySpeech, 'direction'>;
  /** What the card is called, and what its own buttons say. */
  readonly labels: Readonly<Record<'region' | 'move' | 'makeSmall' | 'close', string>>;
  readonly title: string;
  readonly corner: Corner;
  /** Where it would be in the way. */
  readonly near?: readonly Corner[];
  readonly small: boolean;
  /** What the pill says while the card is small. */
  readonly pill: ComponentChildren;
  /** What has changed, for those who do not see it. */
  readonly announcement: string;
  readonly footer: ComponentChildren;
  readonly children: ComponentChildren;
  readonly onPlace: (place: { readonly corner: Corner; readonly small: boolean }) => void;
  readonly onClose: () => void;
}

/**
 * The card of the overlay: stands in a corner and can be dragged or sent to another one, shrinks to a pill, closes. What it says
 * is handed in. It moves aside where it would stand on what it points at, and comes back from there. Escape makes it small and leaves the focus on the pill.
 */
export function Card(props: CardProps) {
  const { speech, labels, title, corner: chosen, near = [], small, announcement, onPlace, onClose } = props;
  const corner = asideOf(chosen, near);
  const pill = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLElement>(null);
  const moves = useRef(false);
  const { drag, grip } = useDragging((x, y) => onPlace({ corner: cornerAt(x, y, speech.direction), small }));

  // The focus goes along when the one takes the other's place, if it was in there.
  useEffect(() => {
    if (moves.current) (small ? pill.current : card.current?.querySelector('button'))?.focus();
    moves.current = false;
  }, [small]);
  const resize = (next: boolean) => {
    moves.current = true;
    onPlace({ corner: chosen, small: next });
  };
  return (
    <div
      class={`lko-place is-${corner}${drag === undefined ? '' : ' is-dragged'}`}
      style={drag}
      dir={speech.direction}
      onKeyDown={(event) => !small && event.key === 'Escape' && resize(true)}
    >
      <p class="lk-hidden" role="status">
        {announcement}
      </p>
      {small ? (
        <button
          ref={pill}
          type="button"
          class="lk-pill"
          aria-expanded="false"
          // The rest of a double click: it stands where the button that made the card small was.
          onClick={({ detail }) => detail > 1 || resize(false)}
        >
          <Mark />
          {props.pill}
          <Icon name="up" />
        </button>
      ) : (
        <aside ref={card} class="lk-overlay" aria-label={labels.region}>
          <header {...grip}>
            <span class="lk-brand">
              <Mark />
              <h2>{title}</h2>
            </span>
            <Button
              kind="icon"
              label={labels.move}
              onPress={() => onPlace({ corner: nextCorner(corner, near), small })}
            >
              <Icon name="move" />
            </Button>
            <Button kind="icon" label={labels.makeSmall} onPress={() => resize(true)}>
              <Icon name="minimise" />
            </Button>
            <Button kind="icon" label={labels.close} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          <FocusKept label={title} class="lko-scroll">
            {props.children}
          </FocusKept>
          <footer>{props.footer}</footer>
        </aside>
      )}
    </div>
  );
}
