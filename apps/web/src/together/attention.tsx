import type { Aim } from '@coherence/board';
import { t } from '@coherence/words';
import { useCallback } from 'react';
import type { View } from '../frame/routes.ts';
import { Button } from '../ui/button.tsx';
import { follow, useFollow } from './follow/use-follow.ts';
import { useLook } from '../frame/look.ts';
import { useBrought } from './bring/use-brought.ts';
import { useGridPointer, usePointed } from './pointing.ts';
import { viewWords } from './bring/view-words.ts';
import './attention.css';

/** Where others want this person to look: being brought, following, a card that is pointed at. It lies over the page. */
export function Attention({ view }: { view: View }) {
  const { brought, stays, go, back, setStays, close } = useBrought(view);
  const { followed, followers } = useFollow(view);
  const pointed = usePointed();
  useGridPointer(view);
  const show = useCallback(({ record }: Aim) => {
    if (record === undefined) return;
    const card = document.querySelector(`#board [data-card="${CSS.escape(record)}"]`);
    card?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, []);
  useLook(view === 'grid' || view === 'outline' ? show : null);

  return (
    <>
      <div className="attention-lines" aria-live="polite">
        {brought.kind === 'none' ? null : (
          <p>
            <span>
              {t(brought.kind === 'moved' ? 'attention.brought' : 'attention.facilitatorIsAt', {
                view: viewWords(brought.bring.view),
              })}
            </span>
            {brought.kind === 'moved' ? (
              <>
                {brought.from === view ? null : <Button onClick={back}>{t('attention.back')}</Button>}
                {stays ? null : (
                  <Button
                    variant="quiet"
                    onClick={() => {
                      setStays(true);
                      back();
                      close();
                    }}
                  >
                    {t('attention.stay')}
                  </Button>
                )}
              </>
            ) : (
              <Button onClick={go}>{t('room.goThere')}</Button>
            )}
            <Button variant="quiet" onClick={close}>
              {t('attention.close')}
            </Button>
          </p>
        )}
        {followed === null ? null : (
          <p>
            <span>{t('attention.following', { name: followed.name })}</span>
            <Button onClick={() => follow(null)}>{t('attention.stopFollowing')}</Button>
          </p>
        )}
        {followers === 0 ? null : (
          <p className="attention-quiet">{t('attention.followers', { n: followers })}</p>
        )}
      </div>
      {pointed.size === 0 ? null : (
        <style>
          {[...pointed].map((id) => `[data-card="${CSS.escape(id)}"]`).join(',') +
            '{outline:3px solid var(--accent);outline-offset:3px}'}
        </style>
      )}
    </>
  );
}
