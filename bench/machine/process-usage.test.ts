import { describe, expect, it } from 'vitest';
import { cpuMsIn, mibIn, processUsage } from './process-usage.ts';

describe('the usage of a process', () => {
  it('adds user and system time, whatever the program is called', () => {
    const stat = '4242 (no) de 7 (x)) S 1 2 3 4 5 6 7 8 9 10 150 25 0 0 20 0 11 0 100 0 0';
    expect(cpuMsIn(stat)).toBe(1750);
  });

  it('reads memory in MiB', () => {
    const status = 'Name:\tnode\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n';
    expect([mibIn(status, 'VmRSS'), mibIn(status, 'VmHWM'), mibIn(status, 'VmSwap')]).toEqual([
      100,
      200,
      Number.NaN,
    ]);
  });

  it('is not known of a process that does not exist', () => expect(processUsage(2 ** 30)).toBeNull());
});
