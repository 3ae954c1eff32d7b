const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;

/** What the pages never use, so that no script in them could, and no page asks any person for it. */
const NEVER_USED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/**
 * Headers of every answer, also of streamed ones. Everything comes from this server, and no page of another one gets a
 * hold of ours or of what it answers. Never HSTS or upgrade-insecure-requests: a
 * retreat on a LAN has no certificate. Older Safari needs the socket address spelled out beside 'self'.
 * `isTrustworthy`: the browser may keep a window of its own for us. Over plain http it does not, and complains.
 */
export function securityHeaders(host: string | undefined, isTrustworthy: boolean): Record<string, string> {
  const sockets = host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  const policy = [
    `default-src 'self'`,
    `connect-src 'self'${sockets}`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `style-src 'self' 'unsafe-inline'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    ...(isTrustworthy ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': NEVER_USED.map((feature) => `${feature}=()`).join(', '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
