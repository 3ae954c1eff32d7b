import type { ExportName } from '@coherence/protocol/http';
import { t, type WordKey } from '@coherence/words';
import { sayFailureAndHint } from '../live/failure.ts';
import { exportFile } from '../live/server/api.ts';
import { useLive } from '../live/live-context.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { notify } from '../frame/notices.ts';
import { download } from './download.ts';

type ExportEntry = { readonly under: WordKey; readonly label: WordKey; readonly hint: WordKey | null };

/** Every file the server makes, in the order of the menu; null: for other programs, not for the menu. */
const FILES = {
  'map.png': { under: 'transfer.pictures', label: 'transfer.mapPng', hint: 'transfer.mapPngHint' },
  'map.svg': { under: 'transfer.pictures', label: 'transfer.mapSvg', hint: 'transfer.mapSvgHint' },
  'grid.png': { under: 'transfer.pictures', label: 'transfer.gridPng', hint: null },
  'grid.svg': { under: 'transfer.pictures', label: 'transfer.gridSvg', hint: null },
  'board.json': { under: 'transfer.files', label: 'transfer.board', hint: 'transfer.boardHint' },
  'map.json': null,
} as const satisfies Readonly<Record<ExportName, ExportEntry | null>>;

/** What can be taken away. The server makes every file, so the menu and the API give the same bytes. */
export function useExportItems(): readonly MenuItem[] {
  const { id, me } = useLive();
  const take = async (file: ExportName, what: string) => {
    const answer = await exportFile(id, me.token, file);
    if (!answer.ok) {
      const why = sayFailureAndHint(answer.error);
      notify(t('transfer.exportFailed', { what, why }), 'wrong');
      return;
    }
    download(answer.value.blob, answer.value.name);
    notify(t('transfer.exported', { file: answer.value.name }));
  };
  const names = Object.keys(FILES) as readonly ExportName[];
  const entries = names.flatMap((file) => (FILES[file] === null ? [] : [{ file, ...FILES[file] }]));
  return entries.flatMap(({ file, under, label, hint }, at): MenuItem[] => {
    const item = { label: t(label), onSelect: () => void take(file, t(label)) };
    const heading = under === entries[at - 1]?.under ? [] : [{ heading: t(under) }];
    return [...heading, hint === null ? item : { ...item, hint: t(hint) }];
  });
}

export function ExportMenu({ className }: { className?: string }) {
  const items = useExportItems();
  return <Menu className={className} label={t('transfer.export')} items={items} align="end" />;
}
