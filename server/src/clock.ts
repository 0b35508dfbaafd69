/** Says what time it is. Handed in, so that a test can say otherwise. */
export type Clock = () => Date;
