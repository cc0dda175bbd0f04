/** Memory that kernels and threads share. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** An address of that many zero bytes, a multiple of 64. @throws RangeError past 4 GiB */
  allocate(bytes: number): number;
  /** Gives a piece back, by the size that it was asked for; it comes again for the same size. */
  release(address: number, bytes: number): void;
  /** Room for what is needed for a moment; the next call may get the same. */
  scratch(bytes: number): number;
  /** Bytes handed out. */
  used(): number;
}

const page = 65_536;
/** 4 GiB: all that 32-bit addresses reach. Only what is used is taken from the machine. */
export const mostPages = 65_536;

export function createArena(): Arena {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  let top = 64; // 0 stands for nothing
  const free = new Map<number, number[]>();
  const allocate = (bytes: number): number => {
    const again = free.get(bytes)?.pop();
    if (again !== undefined) {
      new Uint8Array(memory.buffer, again, bytes).fill(0);
      return again;
    }
    const at = top;
    top = Math.ceil((at + bytes) / 64) * 64;
    const missing = Math.ceil(top / page) - memory.buffer.byteLength / page;
    if (missing > 0) memory.grow(missing);
    return at;
  };
  const rooms = new Map<number, number>();
  return {
    memory,
    allocate,
    release(address, bytes) {
      const list = free.get(bytes) ?? [];
      free.set(bytes, list);
      list.push(address);
    },
    scratch(bytes) {
      const room = rooms.get(bytes) ?? allocate(bytes);
      rooms.set(bytes, room);
      return room;
    },
    used: () => top,
  };
}
