import type { BrandingView } from '@latchkey/shared/api/branding';
import { useEffect, useRef } from 'preact/hooks';

type Logo = NonNullable<BrandingView['logo']>;

/** A logo that was chosen, drawn by us: the pages of the extension load no picture but their own. Its name stands beside it. */
export function LogoPicture({ logo }: { readonly logo: Logo }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => void draw(canvas.current, logo), [logo]);
  return <canvas ref={canvas} width={0} height={0} aria-hidden="true" />;
}

/** What no browser can draw stays empty; the server has judged its first bytes only. */
async function draw(canvas: HTMLCanvasElement | null, { type, data }: Logo): Promise<void> {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0);
  try {
    const picture = await createImageBitmap(new Blob([bytes], { type }));
    if (canvas === null) return;
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  } catch {
    if (canvas !== null) [canvas.width, canvas.height] = [0, 0];
  }
}
