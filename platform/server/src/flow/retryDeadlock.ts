/** Deadlock and serialization failure: PostgreSQL undid one of two, which may simply be done again. */
const again = new Set(['40P01', '40001']);
const mostTries = 4;

/** Runs work that is safe to repeat until it isn't the one that PostgreSQL picks to undo. */
export async function retryDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isUndone = error instanceof Error && 'code' in error && again.has(String(error.code));
      if (!isUndone || tries === mostTries) throw error;
    }
  }
}
