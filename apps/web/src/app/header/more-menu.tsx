import { useExportItems } from '../../export/export-menu.tsx';
import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { navigate } from '../navigation.tsx';
import { usePause } from '../board/use-pause.ts';
import { paths } from '../routes.ts';
import type { DialogName } from '../board/board-dialogs.tsx';

type MoreMenuProps = {
  onOpen: (dialog: DialogName) => void;
  /** What has no other place, whatever the width of the screen. */
  always?: readonly MenuItem[];
};

/** On narrow screens: what has its own place in the header on wide ones. */
export function MoreMenu({ onOpen, always = [] }: MoreMenuProps) {
  const board = useLive();
  const exports = useExportItems();
  const open = (dialog: DialogName, label: string): MenuItem => ({ label, onSelect: () => onOpen(dialog) });
  const items: MenuItem[] = [
    ...always,
    open('invite', t('shell.invite')),
    open('people', t('people.title')),
    ...(board.role === 'facilitator' ? [open('details', t('shell.detailsTitle'))] : []),
    { label: t('share.poster'), onSelect: () => navigate(paths.poster(board.id)) },
    { label: t('shell.toStart'), onSelect: () => navigate(paths.start) },
    ...(board.canEdit ? [open('import', t('transfer.import'))] : []),
    ...exports,
  ];
  const className = always.length === 0 ? 'board-folded' : 'board-more';
  return <Menu className={className} label={t('shell.more')} items={items} align="end" />;
}

/** The same, and on every screen, for those who run the session. */
export function FacilitatorMenu({ onOpen }: { onOpen: (dialog: DialogName) => void }) {
  const { paused, setPaused } = usePause();
  const pause = {
    label: paused ? t('shell.resume') : t('shell.pause'),
    onSelect: () => void setPaused(!paused),
  };
  return <MoreMenu onOpen={onOpen} always={[pause]} />;
}
