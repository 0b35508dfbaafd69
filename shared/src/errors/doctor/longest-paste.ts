/** As much of a paste as is looked at, in characters. What is longer is a log file, and its end is cut off. */
export const longestPaste = 65_536;
