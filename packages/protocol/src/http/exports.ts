/** Every file a board can be taken away as, by its name in the address, with its media type. */
export const EXPORTS = {
  'grid.svg': 'image/svg+xml',
  'grid.png': 'image/png',
  'map.svg': 'image/svg+xml',
  'map.png': 'image/png',
  'map.json': 'application/json',
  'board.json': 'application/json',
} as const satisfies Readonly<Record<`${string}.${string}`, string>>;

export type ExportName = keyof typeof EXPORTS;
export const EXPORT_NAMES = Object.keys(EXPORTS) as readonly ExportName[];

/** The export that an address names; null where there is none of this name. */
export function exportNamed(what: string, format: string): ExportName | null {
  return EXPORT_NAMES.find((name) => name === `${what}.${format}`) ?? null;
}
