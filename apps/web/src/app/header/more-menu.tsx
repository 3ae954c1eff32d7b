import { t } from '@coherence/words';
import { useExportItems } from '../../export/export-menu.tsx';
import { useLive } from '../../live/live-context.tsx';
import { minutesDraftOf } from '../../lead/minutes/minutes-draft.ts';
import { useProjector } from '../../wall/open/use-projector.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { navigate } from '../../frame/navigation.tsx';
import { usePause } from './use-pause.ts';
import { paths } from '../../frame/routes.ts';
import type { DialogName } from './board-dialogs.tsx';

type OpenDialog = (dialog: DialogName) => void;

/** On narrow screens: what has its own place in the header on wide ones. */
export function MoreMenu({ onOpen }: { onOpen: OpenDialog }) {
  const items = useFoldedItems(onOpen);
  return <Menu className="board-folded" label={t('shell.more')} items={items} align="end" />;
}

/** The same for those who run the session; on wide screens too there is what has no other place. */
export function FacilitatorMenu({ onOpen }: { onOpen: OpenDialog }) {
  const board = useLive();
  const { paused, setPaused } = usePause();
  const folded = useFoldedItems(onOpen);
  const project = useProjector();
  const importing = { label: t('transfer.import'), onSelect: () => onOpen('import') };
  const own: MenuItem[] = [
    { label: paused ? t('shell.resume') : t('shell.pause'), onSelect: () => void setPaused(!paused) },
    { label: t('shell.detailsTitle'), onSelect: () => onOpen('details') },
    { label: t('shell.versions'), onSelect: () => onOpen('versions') },
    { label: t('shell.kept'), onSelect: () => minutesDraftOf(board.id).showList(true) },
  ];
  return (
    <>
      <Menu
        className="board-folded"
        label={t('shell.more')}
        items={[{ label: t('shell.showOnProjector'), onSelect: () => void project() }, ...own, ...folded]}
        align="end"
      />
      <Menu
        className="board-wide"
        label={t('shell.more')}
        items={[...own, importing, ...placesOf(board.id)]}
        align="end"
      />
    </>
  );
}

function useFoldedItems(onOpen: OpenDialog): readonly MenuItem[] {
  const board = useLive();
  const exports = useExportItems();
  return [
    ...(board.role === 'observer' ? [] : [{ label: t('shell.invite'), onSelect: () => onOpen('invite') }]),
    { label: t('shell.people'), onSelect: () => onOpen('people') },
    ...placesOf(board.id),
    ...(board.role === 'facilitator'
      ? [{ label: t('transfer.import'), onSelect: () => onOpen('import') }]
      : []),
    ...exports,
  ];
}

function placesOf(boardId: string): readonly MenuItem[] {
  return [
    { label: t('shell.poster'), onSelect: () => navigate(paths.poster(boardId)) },
    { label: t('shell.toStart'), onSelect: () => navigate(paths.start) },
  ];
}
