/** The problem diagnosis map. */
export function MapView() {
  return null;
}
