/**
 * How far to scroll, in px, so that most of what is in view stays where it is on the screen. `shifts`: how far down each
 * thing in view has gone, from the top of the screen on; of equally many the upper ones stay.
 */
export function mostStay(shifts: readonly number[]): number {
  const votes = new Map<number, number>();
  for (const shift of shifts) votes.set(Math.round(shift), (votes.get(Math.round(shift)) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  return shifts.find((shift) => votes.get(Math.round(shift)) === most) ?? 0;
}
