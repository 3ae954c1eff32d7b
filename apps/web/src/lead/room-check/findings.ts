import { t } from '@coherence/words';

/** What a check found, in words; `look` says what to do. */
export type Finding = { readonly state: 'waiting' | 'works' | 'look'; readonly words: string };

export const WAITING: Finding = { state: 'waiting', words: '' };

const works = (words: string): Finding => ({ state: 'works', words });
const look = (words: string): Finding => ({ state: 'look', words });

/** Milliseconds from which a person notices. */
const SLOW_TRIP_MS = 250;
const SLOW_DISK_MS = 250;
/** Seconds from which a clock on the wall looks wrong. */
const CLOCK_OFF_S = 3;

export function tripFinding(times: readonly number[]): Finding {
  const ms = Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity);
  if (!Number.isFinite(ms)) return look(t('preflight.serverDo'));
  return ms < SLOW_TRIP_MS ? works(t('preflight.tripOk', { ms })) : look(t('preflight.tripSlow', { ms }));
}

export function diskFinding({ saved, ms }: { readonly saved: boolean; readonly ms: number }): Finding {
  if (!saved) return look(t('preflight.diskDo'));
  return ms < SLOW_DISK_MS ? works(t('preflight.diskOk', { ms })) : look(t('preflight.diskSlow', { ms }));
}

/** `offset`: how far this device's clock is from the server's, milliseconds. Never a reason not to begin. */
export function clockFinding(offset: number): Finding {
  const seconds = Math.round(Math.abs(offset) / 1000);
  return works(seconds < CLOCK_OFF_S ? t('preflight.clockOk') : t('preflight.clockOff', { seconds }));
}

/** `foreign`: what this page loaded from elsewhere; `hasFont`: the text font is there. */
export function fontsFinding(foreign: readonly string[], hasFont: boolean): Finding {
  const what = [...foreign, ...(hasFont ? [] : ['Atkinson Hyperlegible Next'])];
  return what.length === 0
    ? works(t('preflight.fontsOk'))
    : look(t('preflight.fontsDo', { what: what.join(', ') }));
}

export function addressesFinding(addresses: readonly string[]): Finding {
  const [address] = addresses;
  if (address === undefined) return look(t('preflight.addressesDo'));
  if (addresses.length === 1) return works(t('preflight.addressesOne', { address }));
  return works(t('preflight.addressesMany', { n: addresses.length }));
}

export function liveFinding(way: 'websocket' | 'plain' | 'none'): Finding {
  if (way === 'websocket') return works(t('preflight.liveOk'));
  return way === 'plain' ? works(t('preflight.livePlain')) : look(t('preflight.liveDo'));
}

export function serverFinding(version: string | null): Finding {
  return version === null
    ? look(t('preflight.serverDo'))
    : works(t('preflight.serverOk', { version: version === '' ? '?' : version }));
}

export function readyFinding(isReady: boolean): Finding {
  return isReady ? works(t('preflight.readyOk')) : look(t('preflight.readyDo'));
}

export function projectorFinding(opened: boolean): Finding {
  return opened ? works(t('preflight.projectorOk')) : look(t('preflight.projectorDo'));
}
