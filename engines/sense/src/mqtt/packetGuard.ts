/**
 * Follows the packet borders of an MQTT stream (MQTT 3.1.1 §2.2) and says when a packet announces more bytes than
 * allowed. The broker's parser would gather up to 256 MB before it hands a packet on.
 * @returns a function that takes the next chunk and gives false from the first oversized packet on
 */
export function packetGuard(mostBytes: number): (chunk: Uint8Array) => boolean {
  let body = 0;
  let length = 0;
  let scale = 0; // 0: at a packet's first byte; else the weight of the next length digit
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (body > 0) {
        const step = Math.min(body, chunk.length - at);
        body -= step;
        at += step;
        continue;
      }
      const byte = chunk[at++] ?? 0;
      if (scale === 0) {
        scale = 1;
        length = 0;
        continue;
      }
      length += (byte & 127) * scale;
      if (length > mostBytes || (scale === 128 ** 3 && byte > 127)) return false;
      if (byte > 127) scale *= 128;
      else {
        scale = 0;
        body = length;
      }
    }
    return true;
  };
}
