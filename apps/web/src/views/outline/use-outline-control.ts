import {
  addGroup,
  addNode,
  addNodes,
  editInfluence,
  addInfluence,
  ok,
  placeOnMap,
  removeInfluences,
  removeNodes,
  reverseInfluence,
  setGroup,
  takeOffMap,
  type MapLink,
  type MapNode,
  type NodeKind,
  type Polarity,
  type Pos,
  type Strength,
  setNodeKind,
  type FactorNodeKind,
} from '@coherence/board';
import { t } from '@coherence/words';
import { useMemo, useState } from 'react';
import { freePlaces } from '../../factors/map-places.ts';
import type { PastedFactors } from '../../factors/paste/pasted-factors.ts';
import { notify } from '../../frame/notices.ts';
import { useLive } from '../../live/live-context.tsx';
import { runOperation } from '../../live/document/use-operation.ts';

export type OutlineControl = ReturnType<typeof useOutlineControl>['control'];

/** A link as the form gives it. */
type NewLink = {
  readonly from: string;
  readonly to: string;
  readonly polarity: Polarity;
  readonly strength: Strength;
  readonly delay: boolean;
};

/** Everything a person does in the outline, as operations; each act is one undo step. */
export function useOutlineControl(focusCard: (id: string) => void) {
  const board = useLive();
  const [editing, setEditing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [linked, setLinked] = useState(0);

  const control = useMemo(
    () => ({
      edit(id: string): void {
        setEditing(id);
        focusCard(id);
      },
      stopEditing(id: string, back: boolean): void {
        setEditing((now) => (now === id ? null : now));
        if (back) focusCard(id);
      },
      /** Adds one entry of this kind at a free place; null when it was refused. */
      add(text: string, kind: NodeKind): string | null {
        return runOperation(board, (doc, actor) => {
          const born = addNode(doc, { kind, text }, actor);
          if (!born.ok) return born;
          const places = freePlaces(board.snapshots.get(), [born.value]);
          const placed = placeOnMap(doc, places.map(onlyPlace));
          return placed.ok ? born : placed;
        });
      },
      /** Adds an entry of this kind for each text of a pasted list. */
      addPasted({ texts, left, next }: PastedFactors, kind: NodeKind): void {
        const done = runOperation(board, (doc, actor) => {
          const born = addNodes(doc, { kind, texts }, actor);
          return born.ok
            ? placeOnMap(doc, freePlaces(board.snapshots.get(), born.value).map(onlyPlace))
            : born;
        });
        if (done === null) return;
        const n = texts.length;
        notify(
          next === null ? t('outline.pasted', { n }) : t('outline.pastedPart', { n: left, added: n, next }),
        );
      },
      putOnMap: (ids: readonly string[]): void => place(board, ids),
      takeOff({ id, label }: MapNode): void {
        runOperation(board, (doc) => takeOffMap(doc, [id]));
        setSaid(t('outline.takenOff', { text: label }));
      },
      remove(node: MapNode): void {
        runOperation(board, (doc) => removeNodes(doc, [node]));
        setSaid(t('outline.removed', { text: node.label }));
      },
      setKind(id: string, kind: FactorNodeKind): void {
        runOperation(board, (doc) => setNodeKind(doc, id, kind));
      },
      setGroup: (id: string, group: string | null): void => {
        runOperation(board, (doc) => setGroup(doc, { ids: [id], group }));
      },
      addGroup: (name: string, id: string): void => {
        runOperation(board, (doc) => addGroup(doc, name, [id]));
      },
      addLink(input: NewLink, sentence: string): boolean {
        if (runOperation(board, (doc, actor) => addInfluence(doc, input, actor)) === null) return false;
        setSaid(t('outline.linkAdded', { sentence }));
        setLinked((before) => before + 1);
        return true;
      },
      editLink(record: string, change: Partial<Pick<NewLink, 'polarity' | 'strength' | 'delay'>>): void {
        runOperation(board, (doc) => editInfluence(doc, record, change));
      },
      removeLink: (record: string): void => {
        runOperation(board, (doc) => removeInfluences(doc, [record]));
      },
      turnRound(records: MapLink['records']): void {
        runOperation(board, (doc) => {
          for (const { id } of records) {
            const turned = reverseInfluence(doc, id);
            if (!turned.ok) return turned;
          }
          return ok(undefined);
        });
      },
    }),
    [board, focusCard],
  );

  return { control, editing, said, linked };
}

function place(board: ReturnType<typeof useLive>, ids: readonly string[]): void {
  const places = freePlaces(board.snapshots.get(), ids);
  if (places.length > 0) {
    runOperation(board, (doc) => placeOnMap(doc, places.map(onlyPlace)));
  }
}

const onlyPlace = ({ id, pos }: { readonly id: string; readonly pos: Pos }) => ({ id, pos });
