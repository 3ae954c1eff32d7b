import { copyCards, pasteCards, type CopiedCards } from '@coherence/board';
import { may } from '@coherence/protocol';
import { t } from '@coherence/words';
import { useEffect } from 'react';
import { isInField, openCardView, type CardView } from '../../../factors/cards/card-view.ts';
import { takePaste } from '../../../factors/paste/take-paste.ts';
import { notify } from '../../../frame/notices.ts';
import { useLive } from '../../../live/live-context.tsx';
import { runOperation } from '../../../live/document/use-operation.ts';
import type { LiveBoard } from '../../../live/open-board.ts';
import { answerTo, CARDS_TYPE, readTransfer } from './transfer.ts';

type CardClipboardProps = { onImport: (file: File) => void };

/** Copies, cuts, pastes and takes what is dropped, for whatever view of cards is open; each answers in words. */
export function CardClipboard({ onImport }: CardClipboardProps) {
  const board = useLive();
  useEffect(() => {
    const stops = new AbortController();
    // Before the view, which takes what is pasted as text.
    const early = { signal: stops.signal, capture: true };
    document.addEventListener('copy', (event) => copy(event, board), early);
    document.addEventListener('cut', (event) => copy(event, board), early);
    document.addEventListener('paste', (event) => paste(event, board, onImport), early);
    document.addEventListener('dragover', allowDrop, early);
    document.addEventListener('drop', (event) => drop(event, board, onImport), early);
    return () => stops.abort();
  }, [board, onImport]);
  return null;
}

function copy(event: ClipboardEvent, board: LiveBoard): void {
  const view = openCardView();
  const hasTextChosen = getSelection()?.isCollapsed === false;
  if (view === null || event.clipboardData === null || isInField(event.target) || hasTextChosen) return;
  const { ids, words } = view.chosenAt(event.target);
  if (words.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', words.map(inOneLine).join('\n'));
  event.clipboardData.setData(CARDS_TYPE, JSON.stringify(copyCards(board.snapshots.get(), ids)));
  const isCut = event.type === 'cut' && board.canEdit;
  if (isCut) view.remove(ids);
  notify(t(isCut ? 'cards.cut' : 'cards.copied', { n: words.length }));
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

function paste(event: ClipboardEvent, board: LiveBoard, onImport: (file: File) => void): void {
  const brought = readTransfer(event.clipboardData);
  if (brought.kind === 'file') {
    event.preventDefault();
    answer(brought.file, board, onImport);
    return;
  }
  const view = openCardView();
  if (brought.kind !== 'cards' || view === null || !board.canEdit || isInField(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  addCards(view, brought.cards, event, board);
}

/** Whatever is dropped is taken or answered here: nothing opens in place of the board. */
function allowDrop(event: DragEvent): void {
  if (!isInField(event.target) || event.dataTransfer?.types.includes('Files') === true)
    event.preventDefault();
}

function drop(event: DragEvent, board: LiveBoard, onImport: (file: File) => void): void {
  const data = event.dataTransfer;
  const brought = readTransfer(data);
  if (isInField(event.target) && brought.kind !== 'file') return;
  event.preventDefault();
  if (brought.kind === 'file') answer(brought.file, board, onImport);
  const view = openCardView();
  if (view === null || brought.kind === 'file' || brought.kind === 'nothing') return;
  event.stopPropagation();
  if (!board.canEdit) notify(t('cards.mayNot'));
  else if (brought.kind === 'cards') addCards(view, brought.cards, event, board);
  else {
    const asPaste = { clipboardData: data, preventDefault: () => undefined };
    takePaste(asPaste, (found) => view.takeTexts(found, event), 1);
  }
}

function addCards(view: CardView, cards: CopiedCards, event: Event, board: LiveBoard): void {
  const place = view.placeFor(
    event,
    cards.cards.map(({ text }) => text),
  );
  const namesOthers = board.role === 'facilitator';
  const added = runOperation(board, (doc, actor) => pasteCards(doc, cards, place, actor, namesOthers));
  if (added === null) return;
  const { ids, links, unnamed } = added;
  view.pasted(ids);
  const words = t('cards.pasted', { n: ids.length, links });
  notify(unnamed.length === 0 ? words : `${words} ${t('cards.unnamed', { names: unnamed.join(', ') })}`);
}

function answer(file: File, board: LiveBoard, onImport: (file: File) => void): void {
  const what = answerTo(file, may(board.role, 'command'));
  if (what === 'import') onImport(file);
  else if (what === 'facilitators-only') notify(t('cards.facilitatorsImport', { file: file.name }));
  else notify(t(`cards.file_${what}`, { file: file.name }));
}
