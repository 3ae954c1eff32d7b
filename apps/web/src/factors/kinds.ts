import { NODE_KINDS, phaseFacts, type NodeKind, type Phase } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import type { WordKey } from '@coherence/words';
import type { CSSProperties } from 'react';

type KindHere = {
  /** What one of them is called, and what stands above several. */
  readonly one: WordKey;
  readonly many: WordKey;
  /** What the outline says in the field that adds one. */
  readonly write: WordKey;
  /** The kind that a card begins as when it grows out of one of these. */
  readonly next: NodeKind;
  /** Its place in the sections of the outline, in the outline's list of what to add, and in the map's menu of kinds. */
  readonly order: Readonly<Record<'sections' | 'list' | 'menu', number>>;
};

/** What the screens say and do about each kind of node; how it looks is in `kindLooks` of packages/picture. */
export const KINDS = {
  interfering: {
    one: 'map.kind_interfering',
    many: 'outline.interfering',
    write: 'outline.addPlaceholder',
    next: 'interfering',
    order: { sections: 2, list: 1, menu: 1 },
  },
  integrative: {
    one: 'map.kind_integrative',
    many: 'outline.integrative',
    write: 'outline.addPlaceholder',
    next: 'integrative',
    order: { sections: 3, list: 2, menu: 2 },
  },
  outcome: {
    one: 'map.kind_outcome',
    many: 'outline.outcome',
    write: 'outline.addPlaceholder',
    next: 'issue',
    order: { sections: 1, list: 3, menu: 4 },
  },
  strategy: {
    one: 'map.kind_strategy',
    many: 'outline.strategy',
    write: 'outline.addStrategy',
    next: 'issue',
    order: { sections: 5, list: 5, menu: 5 },
  },
  issue: {
    one: 'map.kind_issue',
    many: 'outline.issue',
    write: 'outline.addPlaceholder',
    next: 'issue',
    order: { sections: 4, list: 4, menu: 3 },
  },
} as const satisfies Readonly<Record<NodeKind, KindHere>>;

/** What a card is until a person says what: the kind that claims nothing. */
export const PLAIN_KIND: NodeKind = 'issue';

/** All kinds, in the order of one of the lists that show them. */
export function kindsIn(list: keyof KindHere['order']): readonly NodeKind[] {
  return NODE_KINDS.toSorted((a, b) => KINDS[a].order[list] - KINDS[b].order[list]);
}

/** The colours of a kind for a style sheet: `--kind-ink` and `--kind-ground`. */
export function kindStyle(kind: NodeKind): CSSProperties & Record<`--kind-${'ink' | 'ground'}`, string> {
  const { ink, ground } = kindLooks[kind];
  return { '--kind-ink': ink, '--kind-ground': ground };
}

/** What people add to the map in a phase unless they say otherwise; null: as the view has it. */
export function kindToAdd(phase: Pick<Phase, 'kind'> | null): NodeKind | null {
  return phase !== null && phaseFacts(phase.kind).work === 'propose' ? 'strategy' : null;
}
