/** Where this device keeps small things between visits. A browser may refuse it, even to look at it. */
export function deviceStore(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
