import { expect, it } from 'vitest';
import { networkOf, siteOf } from './network.ts';

it('[SHARE40] an address is counted by what one customer has: IPv4 whole, also mapped, and IPv6 by its first 64 bits', () => {
  const same = (...addresses: string[]) => expect(new Set(addresses.map(networkOf)).size).toBe(1);
  same('192.0.2.7', '::ffff:192.0.2.7', '::FFFF:192.0.2.7', '0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7:4711');
  same(
    '2001:db8:1:2::1',
    '2001:0DB8:1:2:ffff:ffff:ffff:ffff',
    '[2001:db8:1:2::9]:443',
    '2001:db8:1:2::5%eth0',
  );
  same('fe80::1%wlan0', 'fe80::2');
  expect(networkOf('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('64:ff9b::192.0.2.7')).toBe('64:ff9b:0:0::/64');
  expect(networkOf('x'.repeat(500))).toHaveLength(64);
  expect([siteOf('2001:db8:1:2::/64'), siteOf('192.0.2.7')]).toEqual(['2001:db8:1::/48', '192.0.2.7']);
});
