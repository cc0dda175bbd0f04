import { readFileSync } from 'node:fs';

/** Who the server runs as. PostgreSQL refuses to run as root, so root hands it to another account. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** `postgres`, else `nobody`, of a passwd file's text: initdb needs an account that has an entry there. */
export function findServerUser(passwd: string): ServerUser | undefined {
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => accounts.filter((fields) => fields[0] === name))[0];
  if (found === undefined) return undefined;
  const [uid, gid] = [Number(found[2]), Number(found[3])];
  return Number.isInteger(uid) && uid > 0 && Number.isInteger(gid) ? { uid, gid } : undefined;
}

/** The account that the server is handed to; undefined when this process is not root and runs the server itself. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findServerUser(readFileSync('/etc/passwd', 'utf8')) ?? { uid: 65_534, gid: 65_534 };
}
