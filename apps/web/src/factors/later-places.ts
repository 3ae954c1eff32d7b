import { laterPart } from '../ui/load/later-part.ts';

/** What finds free places on the map. It measures words, and so weighs more than the grid it is used from. */
export const laterPlaces = laterPart(() => import('./map-places.ts'));
