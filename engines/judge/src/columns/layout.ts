/** Rows that are worked on at once: their planes of all conditions of a city's policies stay in the second-level cache. */
export const blockRows = 8192;
/** One bit a row. */
export const planeBytes = blockRows / 8;
