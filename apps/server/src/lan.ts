import type { NetworkInterfaceInfo } from 'node:os';

/** Addresses others on the network can type, most usual private ranges first. Never localhost. */
export function lanUrls(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
  port: number,
): string[] {
  const found = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.'))
    .map((one) => one.address);
  return [...new Set(found)].sort((a, b) => rank(a) - rank(b)).map((address) => `http://${address}:${port}`);
}

/** Docker and other bridges usually sit in 172.16-31; a wifi rarely does. */
function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return address.startsWith('172.') ? 3 : 2;
}

/** Whether an address leads back to the device that reads it: such a one must not become a QR code. */
export function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
}
