type ScrollState = Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientHeight'>;

/** Whether a list can become `gain` px higher at its lower end without anything in it moving. */
export function growsUnseen({ scrollTop, scrollHeight, clientHeight }: ScrollState, gain: number): boolean {
  return scrollTop + clientHeight + gain <= scrollHeight;
}
