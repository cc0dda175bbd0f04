import type { FastifyRequest } from 'fastify';

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address === 'localhost' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
}

/** True for a host name, with or without port, that only this machine is reached by. */
export function isLoopbackName(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** True for a request made on this machine; what a proxy on this machine passes on came from elsewhere, and its host name tells. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded'] ?? request.headers['x-real-ip'];
  if (forwarded !== undefined || !isLoopbackName(request.headers.host ?? '')) return false;
  return isLoopbackAddress(request.socket.remoteAddress ?? '');
}
