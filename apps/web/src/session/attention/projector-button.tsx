import { notify } from '../../app/notices.ts';
import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';
import { openProjector } from './open-projector.ts';

/** Opens the projector's window in this browser. */
export function ProjectorButton({ className }: { className?: string }) {
  const { id, me } = useLive();
  const open = async (): Promise<void> => {
    const why = await openProjector(id, me.token);
    if (why === null) return;
    notify(why === '' ? t('attention.windowBlocked') : t('attention.failed', { why }), 'wrong');
  };
  return (
    <Button className={className} onClick={() => void open()}>
      {t('attention.showOnProjector')}
    </Button>
  );
}
