import { useState } from 'preact/hooks';

interface Way {
  readonly x: number;
  readonly y: number;
}

/** Drags something by its grip. `onDrop` is told where in the window the pointer let go. */
export function useDragging(onDrop: (x: number, y: number) => void) {
  const [way, setWay] = useState<(Way & { readonly from: Way }) | null>(null);
  const onPointerDown = (event: PointerEvent): void => {
    // The buttons in the grip are pressed, not dragged.
    if (event.button !== 0 || event.composedPath().some((one) => one instanceof HTMLButtonElement)) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setWay({ x: 0, y: 0, from: { x: event.clientX, y: event.clientY } });
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    if (way !== null) setWay({ ...way, x: clientX - way.from.x, y: clientY - way.from.y });
  };
  const onPointerUp = ({ clientX, clientY }: PointerEvent): void => {
    if (way === null) return;
    setWay(null);
    if (Math.abs(way.x) + Math.abs(way.y) > 8) onDrop(clientX, clientY);
  };
  const onPointerCancel = (): void => setWay(null);
  return {
    drag: way === null ? undefined : { translate: `${way.x}px ${way.y}px` },
    grip: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}
