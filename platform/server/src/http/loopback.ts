import type { FastifyRequest } from 'fastify';

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address === 'localhost' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
}

/** True for a host name, with or without port, that only this machine is reached by. */
export function isLoopbackName(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** What proxies and tunnels add to a request that they pass on; who sends it can't take it off. */
const proxyHeader = /^(x-forwarded-.+|forwarded|via|x-real-ip|x-client-ip|true-client-ip|cf-.+)$/;

/**
 * True for a request made on this machine; what a proxy on this machine passes on came from elsewhere, and its host name tells.
 * nginx changes the host name and adds no header unless told, but passes on as HTTP/1.0, which no browser speaks.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const isPassedOn =
    request.raw.httpVersionMinor === 0 || Object.keys(request.headers).some((name) => proxyHeader.test(name));
  if (isPassedOn || !isLoopbackName(request.headers.host ?? '')) return false;
  return isLoopbackAddress(request.socket.remoteAddress ?? '');
}
