import { initials } from './initials.ts';
import { tip } from './tips/tip.ts';
import './css/avatar.css';

type AvatarProps = {
  name: string;
  colour: string;
  /** Instead of the initials of the name. */
  letters?: string | null;
};

/** A person who is here, as letters on their own colour; the name is the title. */
export function Avatar({ name, colour, letters = null }: AvatarProps) {
  return (
    <span className="avatar" style={{ background: colour }} {...tip(name)}>
      <span aria-hidden dir="auto">
        {letters ?? initials(name).slice(0, 2)}
      </span>
    </span>
  );
}
