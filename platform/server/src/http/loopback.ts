import type { FastifyRequest } from 'fastify';

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address === 'localhost' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
}

/** True for a request made on this machine; what a proxy on this machine passes on came from elsewhere. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded'] ?? request.headers['x-real-ip'];
  return forwarded === undefined && isLoopbackAddress(request.socket.remoteAddress ?? '');
}
