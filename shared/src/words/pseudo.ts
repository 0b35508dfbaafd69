import { en } from './en.ts';
import { pseudoTree } from './pseudo-tree.ts';
import type { Words } from './words.ts';

export { pseudoSentence, pseudoTree } from './pseudo-tree.ts';

/** Every word there is, in the language of nobody. */
export const pseudo = pseudoTree(en) as Words;
