import { z } from 'zod';
import type { Behaviour } from './portal-data.ts';

const pause = z.int().min(0).max(600_000);

/** What a test may switch; whatever it does not name stays as it is. */
export const BehaviourChange = z
  .strictObject({
    blades: z.enum(['framed', 'top-document']),
    language: z.enum(['en', 'de']),
    slowMs: pause,
    lateMs: pause,
    rerenderEveryMs: pause,
    replaceFrameEveryMs: pause,
    storm: z.boolean(),
    hostile: z.boolean(),
  })
  .partial();

/** The portal on a good day. */
export const calm = (blades: Behaviour['blades']): Behaviour => ({
  blades,
  language: 'en',
  slowMs: 0,
  lateMs: 0,
  rerenderEveryMs: 0,
  replaceFrameEveryMs: 0,
  storm: false,
  hostile: false,
});
