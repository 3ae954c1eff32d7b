/** The map as a list of nodes and sentences. */
export function OutlineView() {
  return null;
}
