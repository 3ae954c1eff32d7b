import { expect, it } from 'vitest';
import { createLog } from './log.ts';

it('writes one object a line: when, how bad, what happened, and facts about it', () => {
  const lines: string[] = [];
  createLog('info', (line) => lines.push(line)).warn('commit-failed', {
    board: 'b1',
    tries: 2,
    reason: null,
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith('}\n')).toBe(true);
  const { at, ...rest } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(rest).toEqual({ level: 'warn', event: 'commit-failed', board: 'b1', tries: 2, reason: null });
  expect(new Date(String(at)).toISOString()).toBe(at);
});

it('writes what is as bad as its level or worse', () => {
  const heard = (level: 'debug' | 'warn' | 'silent') => {
    const lines: string[] = [];
    const log = createLog(level, (line) => lines.push(line));
    for (const name of ['debug', 'info', 'warn', 'error'] as const) log[name](name);
    return lines.map((line) => (JSON.parse(line) as { level: string }).level);
  };
  expect(heard('debug')).toEqual(['debug', 'info', 'warn', 'error']);
  expect(heard('warn')).toEqual(['warn', 'error']);
  expect(heard('silent')).toEqual([]);
});

it('[LOG2] keeps the value of a field that holds secrets out of the line', () => {
  const lines: string[] = [];
  const log = createLog('debug', (line) => lines.push(line));
  for (const field of ['token', 'code', 'invite', 'name', 'authorization', 'password', 'url'])
    log.info('joined', { [field]: 'K7M2QD', board: 'b1' });
  expect(lines).toHaveLength(7);
  expect(lines.filter((line) => line.includes('K7M2QD'))).toEqual([]);
  expect(lines.filter((line) => line.includes('"board":"b1"'))).toHaveLength(7);
});
