import type { CommandBody } from '@coherence/protocol/http';
import { NAME_MAX, plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import type { Answer } from '../../live/server/api.ts';
import { sayFailure } from '../../live/failure.ts';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../frame/notices.ts';
import { useCommand } from '../../frame/use-command.ts';
import { VersionLine } from './version-line.tsx';
import { versionName } from './version-words.ts';
import { versionsOf, type Version } from './versions-api.ts';
import './versions.css';

/** What the board said earlier: by name, and before each phase. For facilitators. */
export function VersionsPanel() {
  const { id, me } = useLive();
  const [answer, setAnswer] = useState<Answer<{ readonly versions: readonly Version[] }> | null>(null);
  const [name, setName] = useState('');
  const load = useCallback(async () => setAnswer(await versionsOf(id, me.token)), [id, me.token]);
  useEffect(() => void load(), [load]);

  const send = useCommand((why) => t('versions.notDone', { why }));
  const act = async (body: CommandBody) => {
    const isDone = await send(body);
    await load();
    return isDone;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const words = plainName(name);
    if (words === '' || !(await act({ type: 'version-save', name: words }))) return;
    notify(t('versions.saved', { name: words }));
    setName('');
  };
  const restore = async (version: Version) => {
    if (await act({ type: 'version-restore', id: version.id }))
      notify(t('versions.restored', { version: versionName(version) }));
  };
  return (
    <div className="versions">
      <p>{t('versions.about')}</p>
      <form className="versions-save" onSubmit={(event) => void save(event)}>
        <Field label={t('versions.name')} hint={t('versions.nameHint')}>
          {(wiring) => (
            <input
              {...wiring}
              value={name}
              maxLength={NAME_MAX}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabled={plainName(name) === ''}>
          {t('versions.save')}
        </Button>
      </form>
      {answer === null ? (
        <p>{t('shell.loading')}</p>
      ) : answer.ok ? (
        <VersionList
          versions={answer.value.versions}
          onRestore={restore}
          onDelete={async (version) => void (await act({ type: 'version-delete', id: version.id }))}
        />
      ) : (
        <p className="field-error" role="alert">
          {t('versions.failed', { why: sayFailure(answer.error) })}
        </p>
      )}
    </div>
  );
}

type ListProps = {
  versions: readonly Version[];
  onRestore: (version: Version) => Promise<void>;
  onDelete: (version: Version) => Promise<void>;
};

function VersionList({ versions, onRestore, onDelete }: ListProps) {
  if (versions.length === 0) return <p>{t('versions.empty')}</p>;
  return (
    <ol className="version-list">
      {versions.map((version) => (
        <VersionLine
          key={version.id}
          version={version}
          onRestore={() => onRestore(version)}
          onDelete={version.kind === 'named' ? () => onDelete(version) : null}
        />
      ))}
    </ol>
  );
}
