import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionHours } from '../identity/openSession.ts';

/** The __Host- prefix ties the cookie to this very host; browsers take it over https only. */
function nameOf(https: boolean): string {
  return https ? '__Host-yiwang' : 'yiwang';
}

function attributes(https: boolean, seconds: number): string {
  return `Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${https ? '; Secure' : ''}`;
}

export function setSessionCookie(reply: FastifyReply, token: string, https: boolean): void {
  reply.header('set-cookie', `${nameOf(https)}=${token}; ${attributes(https, sessionHours * 3600)}`);
}

export function clearSessionCookie(reply: FastifyReply, https: boolean): void {
  reply.header('set-cookie', `${nameOf(https)}=; ${attributes(https, 0)}`);
}

export function readSessionCookie(request: FastifyRequest, https: boolean): string | undefined {
  const wanted = `${nameOf(https)}=`;
  for (const part of (request.headers.cookie ?? '').split(';').slice(0, 50)) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) return pair.slice(wanted.length);
  }
  return undefined;
}
