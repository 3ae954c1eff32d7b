const NARROWEST = 120;
const WIDEST = 640;

/** Width of a card or note whose side was dragged, in whole px. */
export function resizedWidth(width: number, scale: number): number {
  return Math.min(Math.max(Math.round(width * Math.abs(scale)), NARROWEST), WIDEST);
}
