import { t } from '@coherence/words';
import { readAgendaFile, toAgendaFile, type Phase } from '@coherence/board';
import { useRef } from 'react';
import { download } from '../../export/download.ts';
import { useMeta } from '../../live/document/use-projection.ts';
import { sayFailure } from '../../live/failure.ts';
import { Button } from '../../ui/button.tsx';

type FileButtonsProps = {
  agenda: readonly Phase[];
  onOpen: (phases: readonly Phase[]) => void;
  onFailed: (words: string) => void;
};

/** An agenda goes to other boards and other people as a file. */
export function FileButtons({ agenda, onOpen, onFailed }: FileButtonsProps) {
  const { title } = useMeta();
  const input = useRef<HTMLInputElement>(null);
  const save = () => {
    const text = `${JSON.stringify(toAgendaFile(title, agenda), null, 2)}\n`;
    download(new Blob([text], { type: 'application/json' }), `${fileTitle(title)}.agenda.json`);
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const { textOfFile } = await import('../../export/read-file.ts');
    const read = await textOfFile(file);
    if (!read.ok) {
      onFailed(t('agenda.fileLetter', { line: read.line }));
      return;
    }
    const opened = readAgendaFile(read.text);
    if (opened.ok) onOpen(opened.value);
    else onFailed(t('agenda.fileFailed', { why: sayFailure(opened.error) }));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ target }) => {
          void read(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('agenda.openFile')}</Button>
      {agenda.length === 0 ? null : <Button onClick={save}>{t('agenda.saveFile')}</Button>}
    </>
  );
}

/** A title as a file name on any system. */
function fileTitle(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '').trim() || 'agenda';
}
