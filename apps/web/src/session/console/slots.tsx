import type { Phase, PhaseKind } from '@coherence/board';
import type { ComponentType } from 'react';
import { lazy } from '../../frame/lazy.ts';

type ForPhase = ComponentType<{ phase: Phase }>;

export const AttentionControl = lazy(async () => ({
  default: (await import('../attention/controls/attention-control.tsx')).AttentionControl,
}));
export const ConsolePeople = lazy(async () => ({
  default: (await import('./console-people.tsx')).ConsolePeople,
}));
export const KeepButtons = lazy(async () => ({
  default: (await import('../keep/keep-buttons.tsx')).KeepButtons,
}));

const VoteControl: ForPhase = lazy(async () => ({
  default: (await import('../vote/vote-control.tsx')).VoteControl,
}));
const WalkControl: ForPhase = lazy(async () => ({
  default: (await import('../walk/walk-control.tsx')).WalkControl,
}));
const DealControl: ForPhase = lazy(async () => ({
  default: (await import('../place/deal-control.tsx')).DealControl,
}));

/** What a facilitator steers in a phase of each kind, beside what is the same in all of them. */
export const CONTROL_OF: Readonly<Partial<Record<PhaseKind, ForPhase>>> = {
  reveal: WalkControl,
  walk: WalkControl,
  merge: WalkControl,
  write: DealControl,
  place: DealControl,
  group: DealControl,
  link: DealControl,
  options: DealControl,
  vote: VoteControl,
  rate: VoteControl,
};
