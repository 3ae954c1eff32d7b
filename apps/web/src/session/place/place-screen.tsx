import { QuietScreen } from '../room/quiet-screen.tsx';
import type { RoomScreenProps } from '../room/room.tsx';

export function PlaceScreen({ phase }: RoomScreenProps) {
  return <QuietScreen phase={phase} />;
}
