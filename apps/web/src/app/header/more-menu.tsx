import { useExportItems } from '../../export/export-menu.tsx';
import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { navigate } from '../navigation.tsx';
import { paths } from '../routes.ts';
import type { DialogName } from '../board/board-dialogs.tsx';

/** On narrow screens: what has its own place in the header on wide ones. */
export function MoreMenu({ onOpen }: { onOpen: (dialog: DialogName) => void }) {
  const board = useLive();
  const exports = useExportItems();
  const open = (dialog: DialogName, label: string): MenuItem => ({ label, onSelect: () => onOpen(dialog) });
  const items: MenuItem[] = [
    open('invite', t('shell.invite')),
    open('people', t('people.title')),
    ...(board.role === 'facilitator' ? [open('details', t('shell.detailsTitle'))] : []),
    { label: t('share.poster'), onSelect: () => navigate(paths.poster(board.id)) },
    { label: t('shell.toStart'), onSelect: () => navigate(paths.start) },
    ...(board.canEdit ? [open('import', t('transfer.import'))] : []),
    ...exports,
  ];
  return <Menu className="board-folded" label={t('shell.more')} items={items} align="end" />;
}
