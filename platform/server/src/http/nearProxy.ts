import { BlockList, isIPv6 } from 'node:net';

const near = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  near.addSubnet(network, bits, 'ipv4');
}
near.addSubnet('fc00::', 7, 'ipv6');
near.addAddress('::1', 'ipv6');

/**
 * Whether what an address tells of whom it passes on is believed: only of the proxy that is connected itself (hop 0), and only
 * when it is near. Its clients often have addresses of the same private networks, and tell whatever they like.
 */
export function isNearProxy(address: string, hop: number): boolean {
  return hop === 0 && near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
