export {
  exportBoard,
  type ExportedFile,
  type ExportFailure,
  type ExportName,
  type ExportOptions,
  type ExportResult,
} from './export-board.ts';
export type { FontBytes, LoadedFonts } from './fonts/loaded-fonts.ts';
export { sayExportFailure } from './say-failure.ts';
