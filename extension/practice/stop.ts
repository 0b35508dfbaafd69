/** Something that only the person can put right. Its message is the whole answer: what is wrong, and what to do. */
export class Stop extends Error {}
