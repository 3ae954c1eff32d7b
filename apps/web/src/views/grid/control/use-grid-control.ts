import {
  addFactors,
  editText,
  moveFactors,
  placeOnMap,
  removeFactors,
  setFactorUnit,
  takeOffMap,
  unplaceFactors,
  type Grid,
} from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { freePlaces } from '../../../factors/map-places.ts';
import { useLive, useSynced } from '../../../live/live-context.tsx';
import { runOperation } from '../../../live/document/use-operation.ts';
import type { PastedFactors } from '../../../factors/paste/pasted-factors.ts';
import { fetchPaste } from '../../../factors/paste/take-paste.ts';
import { keyboardMove, type Direction } from '../places/keyboard-move.ts';
import { cardsAt, cardsInOrder, samePlace, whereIs, type Place, placeName } from '../../../factors/place.ts';
import { actsOn, NOTHING, ranged, stillThere, toggled, type Selection } from '../places/selection.ts';
import { laterPart } from '../../../ui/load/later-part.ts';
import { keptWhere } from '../../../live/device/keeping.ts';

/** A short line at the foot of the view. */
export type GridNotice = {
  readonly words: string;
  /** Offers to take the last step back. */
  readonly undo: boolean;
  /** Offers to bring back this factor, which went while this person was writing in it. */
  readonly gone?: string;
};

export type GridControl = ReturnType<typeof useGridControl>['control'];

type ControlInput = {
  /** The grid as this person sees it. */
  readonly grid: Grid;
  /** False while the view sorts: then the order on screen is not the order of the board. */
  readonly ordered: boolean;
  readonly focusCard: (id: string) => void;
  readonly releaseScroll: () => void;
};

/**
 * Everything a person does in the grid, whatever they do it with: pointer, menu or keyboard. Holds what is theirs
 * alone (open editor, composer, selection) and turns acts into operations, one undo step each.
 */
export function useGridControl({ grid, ordered, focusCard, releaseScroll }: ControlInput) {
  const board = useLive();
  const synced = useSynced();
  const [editing, setEditing] = useState<string | null>(null);
  const [composing, setComposing] = useState<Place | undefined>(undefined);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [moving, setMoving] = useState<readonly string[] | null>(null);
  const [notice, setNotice] = useState<GridNotice | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef({ grid, ordered, selection, focusCard, releaseScroll });
  useEffect(() => {
    latest.current = { grid, ordered, selection, focusCard, releaseScroll };
  });
  const order = useMemo(() => cardsInOrder(grid).map((card) => card.id), [grid]);
  const there = useMemo(() => stillThere(selection, order), [selection, order]);

  // After the board itself, and before somebody puts a factor on the map without a network.
  useEffect(() => {
    if (!synced || !board.canEdit) return;
    void laterPlaces.fetch();
    fetchPaste();
  }, [board, synced]);

  // The offer to undo stands until the next step: it takes back what it names, never something later.
  useEffect(() => {
    if (notice?.undo !== true) return undefined;
    return board.undo.subscribe(() => setNotice(null));
  }, [board, notice]);

  useEffect(() => {
    if (editing === null || board.snapshots.get().factors.some(({ id }) => id === editing)) return;
    setEditing(null);
    setNotice({ words: t('grid.goneMeanwhile'), undo: false, gone: editing });
  }, [board, grid, editing]);

  const control = useMemo(() => {
    const own = new Set<string>();
    const orderNow = (): readonly string[] => cardsInOrder(latest.current.grid).map((card) => card.id);
    const textOf = (id: string): string =>
      cardsInOrder(latest.current.grid).find((card) => card.id === id)?.text ?? '';
    const idsFor = (id: string): readonly string[] => actsOn(latest.current.selection, id, orderNow());

    function add(place: Place, texts: readonly string[], pasted: PastedFactors | null): boolean {
      const cell = place === null ? null : { ...place };
      const born = runOperation(board, (doc, actor) => addFactors(doc, { texts: [...texts], cell }, actor));
      if (born === null) return false;
      for (const id of born) own.add(id);
      if (pasted === null) setSaid(t('grid.saidAdded', { place: placeName(place) }));
      else setNotice({ words: pasteWords(pasted), undo: true });
      return true;
    }

    function move(ids: readonly string[], place: Place, before: string | null): void {
      latest.current.releaseScroll();
      const moved = runOperation(board, (doc) =>
        place === null ? unplaceFactors(doc, ids) : moveFactors(doc, { ids: [...ids], ...place, before }),
      );
      if (place !== null && moved === null) return;
      setSaid(moveWords(latest.current.grid, ids, place, before));
    }

    function step(id: string, direction: Direction): void {
      const { grid, ordered } = latest.current;
      const to = keyboardMove(grid, id, direction);
      const within = to !== null && samePlace(whereIs(grid, id)?.place ?? null, to.place);
      if (to === null) setSaid(t('grid.saidEdge'));
      else if (within && !ordered) setSaid(t('grid.saidSorted'));
      else move([id], to.place, ordered ? to.before : null);
    }

    function remove(ids: readonly string[]): void {
      const [first = ''] = ids;
      const all = orderNow();
      const next = all.slice(all.indexOf(first)).find((id) => !ids.includes(id));
      const words = t('grid.removed', { n: ids.length, text: textOf(first) });
      runOperation(board, (doc) => removeFactors(doc, ids));
      if (next !== undefined) latest.current.focusCard(next);
      setSelection(NOTHING);
      setNotice({ words, undo: true });
    }

    function putAt(places: ReturnType<typeof freePlaces>): void {
      if (places.length === 0) return;
      runOperation(board, (doc) =>
        placeOnMap(
          doc,
          places.map(({ id, pos }) => ({ id, pos })),
        ),
      );
      setNotice({ words: t('grid.saidOnMap', { n: places.length }), undo: true });
    }

    return {
      /** Ids of the factors this person has added since the view opened. */
      own,
      add,
      move,
      step,
      remove,
      idsFor,
      /** What a copy at this card takes; null: at none, which takes what is chosen. */
      chosenAt: (id: string | null): readonly string[] =>
        id === null ? orderNow().filter((one) => latest.current.selection.has(one)) : idsFor(id),
      say: setSaid,
      edit(id: string): void {
        setEditing(id);
        latest.current.focusCard(id);
      },
      stopEditing(id: string, back: boolean): void {
        setEditing((now) => (now === id ? null : now));
        if (back) latest.current.focusCard(id);
      },
      compose: setComposing,
      stopComposing: (place: Place): void =>
        setComposing((now) => (now !== undefined && samePlace(now, place) ? undefined : now)),
      toggle: (id: string): void => setSelection((now) => toggled(now, id)),
      selectTo: (id: string): void => setSelection((now) => ranged(now, id, orderNow())),
      clearSelection: (): void => setSelection(NOTHING),
      askWhere: setMoving,
      stopAsking(ids: readonly string[]): void {
        setMoving(null);
        const [first] = ids;
        if (first !== undefined) latest.current.focusCard(first);
      },
      putOnMap(ids: readonly string[]): void {
        const places = laterPlaces.held();
        if (places !== null) return putAt(places.freePlaces(board.snapshots.get(), ids));
        setNotice({ words: t('grid.mapWaits'), undo: false });
        void laterPlaces.fetch().then((come) => {
          setNotice(
            come === null
              ? { words: `${t('shell.old')}. ${t('shell.oldHint', { place: keptWhere() })}`, undo: false }
              : null,
          );
          if (come !== null) putAt(come.freePlaces(board.snapshots.get(), ids));
        });
      },
      takeOffMap: (ids: readonly string[]): void => {
        runOperation(board, (doc) => takeOffMap(doc, ids));
      },
      sayToo(id: string, named: boolean): void {
        const { unit } = board.me;
        if (unit !== null) runOperation(board, (doc) => setFactorUnit(doc, id, unit, named));
      },
      undo(): void {
        setNotice(null);
        if (board.undo.undo()) setSaid(t('grid.undone'));
      },
      /** Typing brings a removed factor back, with all its words; so does typing nothing. */
      bringBack(id: string): void {
        setNotice(null);
        runOperation(board, (doc) => editText(doc, 'factors', id, { at: 0, remove: 0, insert: '' }));
        setEditing(id);
        latest.current.focusCard(id);
      },
      dismiss: (): void => setNotice(null),
    };
  }, [board]);

  return { control, editing, composing, selection: there, moving, notice, said };
}

function pasteWords({ texts, left, next }: PastedFactors): string {
  return left === 0
    ? t('grid.pasted', { n: texts.length })
    : t('grid.pastedPart', { n: left, added: texts.length, next: next ?? '' });
}

function moveWords(grid: Grid, ids: readonly string[], place: Place, before: string | null): string {
  if (place === null) return t('grid.saidUnplaced', { n: ids.length });
  const others = cardsAt(grid, place).filter((card) => !ids.includes(card.id));
  const at = before === null ? others.length : others.findIndex((card) => card.id === before);
  const values = { place: placeName(place), at: at + 1, of: others.length + ids.length };
  return t('grid.saidMoved', { n: ids.length, ...values });
}

/** What finds free places on the map. It measures words, and so weighs more than the grid it is used from. */
const laterPlaces = laterPart(() => import('../../../factors/map-places.ts'));
