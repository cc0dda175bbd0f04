import { createHash } from 'node:crypto';
import { Transform, pipeline, type Readable } from 'node:stream';
import { filesFaults } from './faults.ts';

/**
 * The bytes of `source`, which end with files.damaged where they have not this hash. The last chunk is held back until
 * the hash is known, so that a reader who counts never takes a changed file for a whole one.
 */
export function verifiedBytes(source: Readable, hash: string): Readable {
  const digest = createHash('sha256');
  let held: Buffer | undefined;
  const verifying = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      const ready = held;
      held = chunk;
      if (ready === undefined) done();
      else done(null, ready);
    },
    flush(done) {
      if (digest.digest('hex') !== hash) done(filesFaults.damaged({ hash }));
      else done(null, held);
    },
  });
  // The error of either end is seen by whoever reads `verifying`: pipeline destroys it with that error.
  return pipeline(source, verifying, () => undefined);
}
