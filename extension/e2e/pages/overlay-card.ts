import type { Frame, Page } from 'playwright-core';

/**
 * The overlay on a page of somebody else's: the card, and the ring in whichever frame holds the target.
 *
 * Owns: finding the card and its buttons, the ring, what a script of the page can read of all that.
 * Not here: the portal beneath, what the server says.
 * Stands on: src/overlay
 */
export class OverlayCard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  readonly card = () => this.page.getByRole('complementary', { name: 'Latchkey guide' });
  readonly heading = (name: string | RegExp) => this.card().getByRole('heading', { name });
  readonly text = (text: string | RegExp) => this.card().getByText(text);
  readonly tenantIsRight = () => this.card().getByText('The right tenant', { exact: true });
  readonly button = (name: string | RegExp) => this.card().getByRole('button', { name });
  readonly pill = () => this.page.locator('latchkey-overlay .lk-pill');
  readonly host = () => this.page.locator('latchkey-overlay');
  readonly stepNow = () => this.card().locator('[aria-current="step"] h3');
  readonly proved = () => this.card().locator('.lk-step.is-proved h3');
  readonly announced = () => this.page.locator('latchkey-overlay').getByRole('status');

  /** The steps that the server's proof has ticked, once there are so many. */
  async tickedSteps(count: number): Promise<readonly string[]> {
    await this.proved()
      .nth(count - 1)
      .waitFor();
    return this.proved().allTextContents();
  }

  /** The frame in which the ring is drawn; waits until there is one. The portal may put another frame in the place of one that was looked at. */
  async ringed(patience = 30_000): Promise<Frame> {
    const until = Date.now() + patience;
    for (;;) {
      const rings = this.page.frames().map(async (frame) => {
        await frame.locator('.lk-ring').waitFor({ state: 'attached', timeout: 1_000 });
        return frame;
      });
      const found = await Promise.any(rings).catch((error: unknown) => {
        if (Date.now() > until) throw error;
      });
      if (found !== undefined) return found;
    }
  }

  /** What the ring stands around, as the page would describe it: the element beneath its middle. */
  async ringedText(): Promise<string> {
    const frame = await this.ringed();
    return frame.locator('.lk-ring').evaluate((ring) => {
      const { left, top, width, height } = ring.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2)?.textContent ?? '';
    });
  }

  /** All that a script of the page can read: every document of the tab, open shadow roots and attributes included. */
  async readableByThePage(): Promise<string> {
    const read = () => {
      const parts: string[] = [];
      const visit = (node: Node): void => {
        if (node instanceof Element) {
          for (const { name, value } of node.attributes) parts.push(`${name}=${value}`);
          for (const sheet of node.shadowRoot?.adoptedStyleSheets ?? [])
            for (const rule of sheet.cssRules) parts.push(rule.cssText);
          if (node.shadowRoot !== null) visit(node.shadowRoot);
        } else if (node instanceof Text) parts.push(node.data);
        for (const child of node.childNodes) visit(child);
      };
      visit(document);
      return parts.join('\n');
    };
    return (await Promise.all(this.page.frames().map((frame) => frame.evaluate(read)))).join('\n');
  }
}
