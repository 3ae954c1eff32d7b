import { t } from '@coherence/words';
import { sayFailureAndHint } from '../live/failure.ts';
import { exportFile } from '../live/server/api.ts';
import { useLive } from '../live/live-context.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { notify } from '../frame/notices.ts';
import { download } from './download.ts';

const FILES = [
  { heading: 'transfer.pictures' },
  { file: 'map.png', label: 'transfer.mapPng', hint: 'transfer.mapPngHint' },
  { file: 'map.svg', label: 'transfer.mapSvg', hint: 'transfer.mapSvgHint' },
  { file: 'grid.png', label: 'transfer.gridPng', hint: null },
  { file: 'grid.svg', label: 'transfer.gridSvg', hint: null },
  { heading: 'transfer.files' },
  { file: 'board.json', label: 'transfer.board', hint: 'transfer.boardHint' },
] as const;

/** What can be taken away. The server makes every file, so the menu and the API give the same bytes. */
export function useExportItems(): readonly MenuItem[] {
  const { id, me } = useLive();
  const take = async (file: string, what: string) => {
    const answer = await exportFile(id, me.token, file);
    if (!answer.ok) {
      const why = sayFailureAndHint(answer.error);
      notify(t('transfer.exportFailed', { what, why }), 'wrong');
      return;
    }
    download(answer.value.blob, answer.value.name);
    notify(t('transfer.exported', { file: answer.value.name }));
  };
  return FILES.map((entry): MenuItem => {
    if ('heading' in entry) return { heading: t(entry.heading) };
    const label = t(entry.label);
    const item = { label, onSelect: () => void take(entry.file, label) };
    return entry.hint === null ? item : { ...item, hint: t(entry.hint) };
  });
}

export function ExportMenu({ className }: { className?: string }) {
  const items = useExportItems();
  return <Menu className={className} label={t('transfer.export')} items={items} align="end" />;
}
