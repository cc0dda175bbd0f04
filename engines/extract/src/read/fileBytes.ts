import { open } from 'node:fs/promises';
import type { OpenBytes } from './readStream.ts';

const step = 1 << 16;

/** A file's bytes for `readStream`, in one buffer that is filled again for each chunk: new ones would wait to be collected. */
export function fileBytes(file: string): OpenBytes {
  return async function* () {
    const handle = await open(file);
    const buffer = Buffer.allocUnsafeSlow(step);
    try {
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, step);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  };
}
