import { changesBetween, shownChange, toBoardFile, type BoardFile } from '@coherence/board';
import { t } from '@coherence/words';
import { useMemo, useState } from 'react';
import { download } from '../../export/download.ts';
import { sayFailure } from '../../live/failure.ts';
import { useLive } from '../../live/live-context.tsx';
import { useWholeSnapshot, sayTooLong } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../frame/notices.ts';
import { changeWords, versionFileName, versionName, versionTime } from './version-words.ts';
import { versionFile, type Version } from './versions-api.ts';

const SHOWN_MAX = 100;

type LineProps = {
  version: Version;
  onRestore: () => Promise<void>;
  /** Null: it goes by itself in time. */
  onDelete: (() => Promise<void>) | null;
};

/** One version: what it is, what changed since, and the ways back to it. */
export function VersionLine({ version, onRestore, onDelete }: LineProps) {
  const board = useLive();
  const [file, setFile] = useState<BoardFile | null>(null);
  const [asking, setAsking] = useState(false);
  const name = versionName(version);

  const read = async (take: (found: BoardFile) => void) => {
    const answer = await versionFile(board.id, board.me.token, version.id);
    if (answer.ok) take(answer.value);
    else notify(t('versions.notDone', { why: sayFailure(answer.error) }), 'wrong');
  };
  const save = (found: BoardFile) => {
    const blob = new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' });
    download(blob, versionFileName(found.title, version));
  };
  const restore = async () => {
    await onRestore();
    setAsking(false);
  };
  return (
    <li className="version">
      <div className="version-words">
        <p dir="auto" className="version-name">
          {name}
        </p>
        <p className="version-time">
          <time dateTime={new Date(version.at).toISOString()}>{versionTime(version)}</time>
        </p>
      </div>
      <div className="version-acts">
        <Button
          aria-expanded={file !== null}
          aria-label={file === null ? t('versions.changesName', { version: name }) : undefined}
          onClick={() => (file === null ? void read(setFile) : setFile(null))}
        >
          {file === null ? t('versions.changes') : t('versions.hide')}
        </Button>
        <Button
          aria-label={t('versions.restoreName', { version: name })}
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          {t('versions.restore')}
        </Button>
        <Button
          variant="quiet"
          aria-label={t('versions.downloadName', { version: name })}
          onClick={() => void read(save)}
        >
          {t('versions.download')}
        </Button>
        {onDelete === null ? null : (
          <Button
            variant="quiet"
            aria-label={t('versions.deleteName', { version: name })}
            onClick={() => void onDelete()}
          >
            {t('versions.delete')}
          </Button>
        )}
      </div>
      {asking ? (
        <div className="version-sure">
          <p>{t('versions.sure')}</p>
          <Button onClick={() => void restore()}>{t('versions.restoreNow')}</Button>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t('versions.leave')}
          </Button>
        </div>
      ) : null}
      {file === null ? null : <Changes since={file} />}
    </li>
  );
}

function Changes({ since }: { since: BoardFile }) {
  const snapshot = useWholeSnapshot();
  const now = useMemo(() => toBoardFile(snapshot), [snapshot]);
  const changes = useMemo(() => changesBetween(since, now), [since, now]);
  const rest = changes.length - SHOWN_MAX;
  if (changes.length === 0) return <p className="version-changes">{t('versions.none')}</p>;
  return (
    <div className="version-changes">
      <h3>{t('versions.count', { n: changes.length })}</h3>
      <ul>
        {changes.slice(0, SHOWN_MAX).map((change, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two changes may read alike
          <li key={index}>{changeWords(shownChange(change, sayTooLong))}</li>
        ))}
      </ul>
      {rest > 0 ? <p>{t('versions.more', { n: rest })}</p> : null}
    </div>
  );
}
