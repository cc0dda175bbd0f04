import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { EmbeddedServer } from './startEmbedded.ts';
import type { SocketFolder } from './socketFolder.ts';

/** Waits before a server that ended by itself is started again, in ms; doubled while it does not come up. */
const firstWait = 20;
const longestWait = 5000;

/**
 * Keeps a server running until it is stopped: one that is killed, or gave up on a full disk, is started again on the same
 * socket, where pools find it by themselves.
 */
export function supervise(
  first: ChildProcess,
  launch: () => Promise<ChildProcess>,
  socket: SocketFolder,
): EmbeddedServer {
  let child = first;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;

  const startAgain = async (wait: number): Promise<void> => {
    try {
      child = await launch();
      watch();
    } catch {
      // said in postgres.log; meanwhile every statement gets postgres.unreachable
      if (!stopping) later(Math.min(wait * 2, longestWait));
    }
  };
  const later = (wait: number): void => {
    timer = setTimeout(() => {
      starting = startAgain(wait);
    }, wait).unref();
  };
  const watch = (): void => {
    const ended = () => stopping || later(firstWait);
    if (child.exitCode !== null || child.signalCode !== null) ended();
    else child.once('exit', ended);
  };
  watch();

  return {
    socket: socket.path,
    get pid() {
      return child.pid ?? 0;
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await starting;
      await end(child);
      if (socket.temporary) rmSync(socket.path, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.ref();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
