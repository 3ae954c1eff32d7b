import { t } from '@coherence/words';
import { Link } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import { keyFor } from '../../live/device/identity.ts';
import { RehearseStart } from '../rehearse/rehearse-start.tsx';
import './room-check.css';

/** What a facilitator can do before people come: check the room, and rehearse. A copy is not copied again. */
export function Beforehand({ id, token }: { id: string; token: string }) {
  const isCopy = keyFor(id)?.title.endsWith('(rehearsal)') === true;
  return (
    <section className="beforehand" aria-label={t('preflight.beforehand')}>
      <p>
        <Link href={paths.check(id)}>{t('preflight.link')}</Link>
      </p>
      {isCopy ? null : <RehearseStart id={id} token={token} />}
    </section>
  );
}
