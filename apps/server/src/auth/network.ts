import { isIPv6 } from 'node:net';

const MAPPED = /^(?:0*:)*:?ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const WITH_PORT = /^\[([^\]]+)\](?::\d+)?$|^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/;
const GROUPS = 8;
const NETWORK_GROUPS = 4;
const SITE_GROUPS = 3;
const LENGTH_MAX = 64;

/**
 * Under which name limits count an address: IPv4 as it is, also where it comes mapped into IPv6; of IPv6 the first 64
 * bits, since one household or server has all that follow them. Whatever else it is, is cut to 64 characters.
 */
export function networkOf(address: string): string {
  const [, bracketed, plain] = WITH_PORT.exec(address.trim()) ?? [];
  const bare = (bracketed ?? plain ?? address).trim().split('%')[0]?.toLowerCase() ?? '';
  const mapped = MAPPED.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(bare)) return bare.slice(0, LENGTH_MAX);
  return `${groupsOf(bare).slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** As `networkOf`, but the first 48 bits: what one provider gives one customer, who then has 65,536 networks. */
export function siteOf(network: string): string {
  if (!network.endsWith('::/64')) return network;
  return `${network.split(':').slice(0, SITE_GROUPS).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = (part: string) => part.split(':').filter((one) => one !== '');
  const [before, after] = [groups(head), groups(tail ?? '')];
  // An IPv4 address at the end stands for two groups; neither is among the first four.
  const missing = GROUPS - before.length - after.length;
  const filled =
    tail === undefined ? before : [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return filled.map((group) => group.replace(/^0+(?=.)/, ''));
}
