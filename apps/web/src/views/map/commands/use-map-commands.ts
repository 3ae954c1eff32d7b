import {
  addGroup,
  mapOf,
  placeOnMap,
  removeDrawings,
  removeNodes,
  setGroup,
  ungroup,
} from '@coherence/board';
import { t } from '@coherence/words';
import { useMemo, useState } from 'react';
import type { MapHandle, MapSelection } from '../../../canvas/map-handle.ts';
import { applyEdits } from '../../../canvas/model/edits/to-operations.ts';
import { removalOf } from '../../../canvas/model/edits/removal.ts';
import { ownRecords } from '../../../factors/own-records.ts';
import { freePlaces } from '../../../factors/map-places.ts';
import { useLive } from '../../../live/live-context.tsx';
import { actorNow, runOperation } from '../../../live/document/use-operation.ts';
import { projectionOf } from '../../../live/document/use-projection.ts';
import { tidyPlaces } from './tidy-places.ts';

/** What was just done, in words; most can be undone from here. */
export type MapNoticeState = { readonly id: number; readonly words: string; readonly canUndo: boolean };

export type MapCommands = ReturnType<typeof useMapCommands>;

/** Everything the map's buttons and keys do to the board; each is one undo step and says what happened. */
export function useMapCommands(handle: MapHandle | null) {
  const board = useLive();
  const [notice, setNotice] = useState<MapNoticeState | null>(null);

  const commands = useMemo(() => {
    const map = () => projectionOf(board.snapshots.get(), mapOf);
    const say = (words: string, canUndo = false): void =>
      setNotice((before) => ({ id: (before?.id ?? 0) + 1, words, canUndo }));

    return {
      say,
      hush: () => setNotice(null),

      removeChosen(): void {
        const selection = handle?.status().selection;
        if (selection === undefined || !board.canEdit) return;
        const { edits, othersLinks } = removalOf(selection, map(), actorNow(board));
        const before = map();
        runOperation(board, (doc, actor) =>
          applyEdits(doc, edits, (id) =>
            ownRecords(
              before.links.find((link) => link.id === id),
              actor,
            ),
          ),
        );
        const words = removalWords(edits, othersLinks);
        if (words !== '')
          say(words, edits.takeOff.length + edits.removeDrawings.length + edits.unlink.length > 0);
      },

      removeFromBoard(ids: readonly string[]): void {
        const gone = map().nodes.filter(({ id }) => ids.includes(id));
        runOperation(board, (doc) => removeNodes(doc, gone));
        say(t('map.removed', { n: ids.length }), true);
      },

      removeDrawings(ids: readonly string[]): void {
        runOperation(board, (doc) => removeDrawings(doc, ids));
        say(t('map.drawingsRemoved', { n: ids.length }), true);
      },

      put(ids: readonly string[]): void {
        const places = freePlaces(board.snapshots.get(), ids);
        if (places.length === 0) return;
        const isFirst = map().nodes.length === 0;
        runOperation(board, (doc) => {
          placeOnMap(
            doc,
            places.map(({ id, pos }) => ({ id, pos: [...pos] })),
          );
          if (!isFirst) return;
          placeOnMap(
            doc,
            tidyPlaces(mapOf(board.snapshots.get())).map(({ id, pos }) => ({ id, pos: [...pos] })),
          );
        });
        say(t('map.putDone', { n: places.length }), true);
        showWhenDrawn(
          handle,
          places.map(({ id }) => id),
        );
      },

      tidy(): void {
        const places = tidyPlaces(map()).map(({ id, pos }) => ({
          id,
          pos: [...pos] as [number, number, number],
        }));
        if (places.length === 0) return;
        runOperation(board, (doc) => placeOnMap(doc, places));
        say(t('map.tidied'), true);
        requestAnimationFrame(() => requestAnimationFrame(() => handle?.fit()));
      },

      group(name: string, ids: readonly string[]): void {
        if (runOperation(board, (doc) => addGroup(doc, name, ids)) !== null) {
          say(t('map.grouped', { name }), true);
        }
      },

      setGroup(ids: readonly string[], group: string | null): void {
        runOperation(board, (doc) => setGroup(doc, { ids: [...ids], group }));
      },

      ungroup(group: string): void {
        runOperation(board, (doc) => ungroup(doc, group));
        say(t('map.ungrouped'), true);
      },

      undo(): void {
        board.undo.undo();
        setNotice(null);
      },
    };
  }, [board, handle]);

  return useMemo(() => ({ ...commands, notice }), [commands, notice]);
}

function removalWords(
  edits: Pick<ReturnType<typeof removalOf>['edits'], 'takeOff' | 'removeDrawings' | 'unlink'>,
  othersLinks: number,
): string {
  const parts = [
    edits.takeOff.length > 0 ? t('map.takenOff', { n: edits.takeOff.length }) : '',
    edits.removeDrawings.length > 0 ? t('map.drawingsRemoved', { n: edits.removeDrawings.length }) : '',
    edits.unlink.length > 0 ? t('map.linkRemoved', { n: edits.unlink.length }) : '',
    othersLinks > 0 ? t('map.othersLinks', { n: othersLinks }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** New cards are on the canvas after the next frame. */
function showWhenDrawn(handle: MapHandle | null, ids: MapSelection['nodes']): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      handle?.select(ids);
      handle?.fit();
    }),
  );
}
