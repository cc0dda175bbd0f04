/** The queue of what follows from steps outside their cases. */
export const effectQueue = 'handle.effect';
