import { t } from '@coherence/words';
import { Link } from './navigation.tsx';
import { Message } from './page.tsx';
import { paths } from './routes.ts';

/** For an address that this browser holds no key to. */
export function NotJoined() {
  return (
    <Message title={t('shell.notJoined')} hint={t('shell.notJoinedHint')}>
      <Link className="button button-primary button-l" href={paths.join()}>
        {t('shell.joinWithCode')}
      </Link>
    </Message>
  );
}
