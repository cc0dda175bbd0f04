/** Where events are written to: a response, or a list in a test. */
export interface Pipe {
  /** Bytes that were written and not yet taken by the client. */
  readonly waiting: number;
  write(text: string): void;
  end(): void;
  /** Hangs up at once, with all that was not taken yet: nothing more gets through to who reads nothing. */
  cut(): void;
}

/** About two minutes of a busy city. Beyond it the client is told to fetch anew, which is cheaper for both. */
const mostWaiting = 1_000_000;

export interface LiveClient {
  /** False when the client was too slow, and was hung up on. */
  send(id: string, event: string, data: string): boolean;
  /** A comment that keeps proxies from closing a silent connection. */
  beat(): boolean;
  /** Says that what was missed is gone, at this id. */
  reset(id: string, why: string): void;
  end(): void;
}

export function createLiveClient(pipe: Pipe): LiveClient {
  const put = (text: string): boolean => {
    if (pipe.waiting + text.length > mostWaiting) {
      pipe.cut();
      return false;
    }
    pipe.write(text);
    return true;
  };
  return {
    send: (id, event, data) => put(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`),
    beat: () => put(': still here\n\n'),
    reset: (id, why) => void put(`id: ${id}\nevent: reset\ndata: ${JSON.stringify({ why })}\n\n`),
    end: () => pipe.end(),
  };
}
