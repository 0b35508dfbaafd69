import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideWithGaps } from '../fake-api/guide-samples.ts';
import { handAt } from '../hands/keys-only.ts';
import type { BladeMode } from '../pages/portal-stand-in.ts';
import { OverlayStage } from '../stage/overlay-stage.ts';
import { allOr } from '../stage/thorough.ts';

/* What the ring stands around is pressed with keys, and the card is reached from there and back, in whichever frame it is. */

let stage: OverlayStage;
beforeAll(async () => {
  stage = await OverlayStage.open();
});
afterAll(() => stage?.close());

test.each(allOr<BladeMode>(['top', 'frame'], ['frame']))(
  'with the blade in the %s, keys lead from the card to what is ringed, and press it',
  async (mode) => {
    await stage.set({ mode, guide: guideWithGaps(1) });
    const overlay = await stage.openPortal();
    await overlay.stepNow().waitFor();
    const frame = await overlay.ringed();
    const hand = handAt(overlay.page);
    await hand.press(overlay.button('Check again'));
    const ringed = frame.getByRole('button', { name: 'Grant admin consent for Contoso Ltd' });
    await ringed.evaluate((button) =>
      button.addEventListener('click', () => button.setAttribute('data-pressed', 'yes')),
    );
    await hand.press(ringed, 'Space');
    expect(await ringed.getAttribute('data-pressed')).toBe('yes');
    expect(await frame.locator('.lk-ring').count(), 'the ring stays').toBe(1);
    await hand.press(overlay.button('Make small'));
    await overlay.pill().waitFor();
    await hand.keepsFocus();
  },
);
