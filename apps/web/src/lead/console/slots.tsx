import { lazy } from '../../frame/lazy.ts';

export const AttentionControl = lazy(async () => ({
  default: (await import('../attention/attention-control.tsx')).AttentionControl,
}));
export const ConsolePeople = lazy(async () => ({
  default: (await import('./console-people.tsx')).ConsolePeople,
}));
export const KeepButtons = lazy(async () => ({
  default: (await import('../kept-notes/keep-buttons.tsx')).KeepButtons,
}));
