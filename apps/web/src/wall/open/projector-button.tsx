import { t } from '@coherence/words';
import { Button } from '../../ui/button.tsx';
import { useProjector } from './use-projector.ts';

/** Opens the projector's window in this browser. */
export function ProjectorButton({ className }: { className?: string }) {
  const open = useProjector();
  return (
    <Button className={className} onClick={() => void open()}>
      {t('shell.showOnProjector')}
    </Button>
  );
}
