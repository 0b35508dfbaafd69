import type { PageGuide } from '../messaging/page-guide.ts';
import type { Corner } from './corners.ts';
import type { OverlaySpeech } from './words.ts';

/** What the card of a guide is drawn from, and what its buttons do. */
export interface GuideCardProps {
  readonly guide: PageGuide;
  readonly speech: OverlaySpeech;
  readonly now: number;
  readonly onGo: () => void;
  readonly onCheck: () => void;
  readonly onClose: () => void;
  readonly onPlace: (place: { readonly corner: Corner; readonly small: boolean }) => void;
}
