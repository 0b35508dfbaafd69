/** Loaded when there is a refusal to show: a file of its own, so that pages which carry these words share them with it. */
export { errors } from '@latchkey/shared/words/en/errors';
