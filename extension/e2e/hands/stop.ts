import type { ElementHandle, Frame, Page } from 'playwright-core';

/** Where the focus is: an element, in the frame that it stands in. */
export interface Focused {
  readonly frame: Frame;
  readonly element: ElementHandle<Element>;
}

/**
 * What has the focus, down into frames and open shadow roots; undefined when nothing has it. Only looks. A frame of another process
 * learns a moment later that it has the focus.
 */
export async function focusedOn(page: Page): Promise<Focused | undefined> {
  let frame = page.mainFrame();
  for (;;) {
    const handle = await (frame === page.mainFrame() ? activeIn(frame) : activeInFrame(frame));
    const element = handle.asElement();
    if (element === null) return undefined;
    const inside = await element.contentFrame();
    if (inside === null) return { frame, element };
    frame = inside;
  }
}

const activeIn = (frame: Frame) =>
  frame.evaluateHandle(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === document.body || active === document.documentElement ? null : active;
  });

async function activeInFrame(frame: Frame) {
  await frame
    .waitForFunction(
      () => ![document.body, document.documentElement, null].includes(document.activeElement as HTMLElement),
      null,
      {
        timeout: 2_000,
      },
    )
    .catch(() => undefined);
  return activeIn(frame);
}

/** Everything that is wrong with a place where the focus stops; nothing, when a person can see and hear where they are. */
export async function faultsOf({ frame, element }: Focused): Promise<readonly string[]> {
  const { isSeen, isCovered, isMarked, isNamedByText } = await element.evaluate(look);
  return [
    ...(isSeen ? [] : ['is not to be seen']),
    ...(isCovered ? ['is covered by something else'] : []),
    ...(isMarked ? [] : ['does not show that it has the focus']),
    ...(isNamedByText || (await hasName(frame)) ? [] : ['has no name']),
  ];
}

/** By the name that a screen reader would say; a heading that takes the focus, or opens something, is named by what stands in it. */
async function hasName(frame: Frame): Promise<boolean> {
  const said = await frame.locator(':focus').last().ariaSnapshot();
  return /^- '?[a-z]+ (?:"[^"]+|\/.+\/)/.test(said);
}

/** Runs in the page. */
function look(element: Element) {
  const labelled = element as Partial<HTMLInputElement>;
  // A box or a dot may be drawn by its label.
  const drawn = [element, ...(labelled.labels ?? [])];
  const root = element.getRootNode() as Document | ShadowRoot;
  const isThere = (one: Element): boolean =>
    one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    [...one.getClientRects()].some(({ width, height }) => width > 1 && height > 1);
  const inWindow = ({ left, right, top, bottom }: DOMRect): boolean =>
    right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const spots = drawn.flatMap((one) =>
    [...one.getClientRects()]
      .filter(inWindow)
      .map(({ left, right, top, bottom }) => [
        Math.max(0, left) / 2 + Math.min(innerWidth, right) / 2,
        Math.max(0, top) / 2 + Math.min(innerHeight, bottom) / 2,
      ]),
  );
  const isHit = ([x = 0, y = 0]: readonly number[]): boolean => {
    const hit = root.elementFromPoint(x, y);
    return drawn.some((one) => hit !== null && (one.contains(hit) || hit.contains(one)));
  };
  const hasOutline = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const isDrawn = outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
    return isDrawn && !/^rgba\(.+, 0\)$|\/ 0\)$/.test(outlineColor);
  };
  return {
    isSeen: drawn.some(isThere) && spots.length > 0,
    isCovered: spots.length > 0 && !spots.some(isHit),
    isMarked: [...drawn, ...(element.parentElement === null ? [] : [element.parentElement])].some(hasOutline),
    isNamedByText: /^(?:H[1-6]|SUMMARY)$/.test(element.tagName) && (element.textContent ?? '').trim() !== '',
  };
}
