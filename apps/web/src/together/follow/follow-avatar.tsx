import { t } from '@coherence/words';
import { Avatar } from '../../ui/avatar.tsx';
import { follow } from './use-follow.ts';
import { useCloseDialog } from '../../ui/dialog.tsx';
import { tip } from '../../ui/tips/tip.ts';
import '../attention.css';

type FollowAvatarProps = {
  participantId: string;
  name: string;
  letters: string | null;
  colour: string;
  /** Who is oneself, or is not here, cannot be followed. */
  canFollow: boolean;
};

/** Somebody's face; a press follows what they look at. */
export function FollowAvatar({ participantId, canFollow, ...face }: FollowAvatarProps) {
  const closeDialog = useCloseDialog();
  if (!canFollow) return <Avatar {...face} />;
  const words = t('attention.follow', { name: face.name });
  return (
    <button
      type="button"
      className="attention-avatar"
      aria-label={words}
      {...tip(words)}
      onClick={() => {
        follow({ participantId, name: face.name });
        // The list lies over what is followed.
        closeDialog?.();
      }}
    >
      <Avatar {...face} />
    </button>
  );
}
