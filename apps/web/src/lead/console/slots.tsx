import { lazyPart } from '../../frame/lazy.ts';

export const AttentionControl = lazyPart(
  () => import('../attention/attention-control.tsx'),
  'AttentionControl',
  ['attention'],
);
export const ConsolePeople = lazyPart(() => import('./console-people.tsx'), 'ConsolePeople', ['console']);
export const MinutesButtons = lazyPart(() => import('../minutes/minutes-buttons.tsx'), 'MinutesButtons', [
  'keep',
]);
