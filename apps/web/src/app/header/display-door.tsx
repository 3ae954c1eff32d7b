import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { typedAddress } from '../invite/addresses.ts';
import { useInvitation } from '../invite/use-invitation.ts';
import { spacedCode } from '../start/join-code.ts';

/** What a projector shows in place of the console: where latecomers join. */
export function DisplayDoor() {
  const { id, me } = useLive();
  const state = useInvitation(id, me.token);
  if (state.kind !== 'ready') return <div />;
  const { addresses, code } = state.invitation;
  const [address] = addresses;
  return (
    <p className="display-door">
      {address === undefined ? null : <span>{t('share.joinAt', { address: typedAddress(address) })}</span>}
      <strong>{spacedCode(code)}</strong>
    </p>
  );
}
