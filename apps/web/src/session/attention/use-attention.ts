import { notify } from '../../app/notices.ts';
import { t } from '../../i18n/translate.ts';
import { command } from '../../live/api.ts';
import { useLive } from '../../live/live-context.tsx';

/** Sends a command; what the server refuses is said in a corner. */
export function useCommand(): (body: { readonly type: string; readonly [input: string]: unknown }) => void {
  const { id, me } = useLive();
  return (body) =>
    void command(id, me.token, body).then((answer) => {
      if (!answer.ok) notify(t('attention.failed', { why: answer.error.message }), 'wrong');
    });
}
