import { toBoardFile, type BoardSnapshot } from '@coherence/board';
import { calendarDate } from './calendar-date.ts';
import { fileNameOf } from './file-name.ts';
import type { LoadedFonts } from './fonts.ts';
import { mapJson } from './map-json.ts';
import { jsonBytes } from './stable-json.ts';

export type ExportOptions = {
  /** Pixels of a PNG per px of the picture, 1 to 4. */
  readonly scale?: number;
  /** Today, for boards without a session date. */
  readonly date: Date | string;
  readonly fonts: LoadedFonts;
  /** How many people were in the session, for "what 12 people believed". */
  readonly participants?: number;
};

export type ExportFailure = { readonly code: 'not-available' | 'invalid'; readonly message: string };

export type ExportResult =
  | { readonly ok: true; readonly value: ExportedFile }
  | { readonly ok: false; readonly error: ExportFailure };

export type ExportedFile = {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
};

type Job = { readonly snapshot: BoardSnapshot; readonly date: string; readonly options: ExportOptions };
type Writer = (job: Job) => Uint8Array | Promise<Uint8Array>;

/** What can be exported, and as what. */
const WRITERS: Readonly<Record<string, Readonly<Record<string, Writer>>>> = {
  map: {
    json: ({ snapshot }) => jsonBytes(mapJson(snapshot)),
  },
  board: {
    json: ({ snapshot }) => jsonBytes(toBoardFile(snapshot)),
  },
};

const MIMES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
};

/**
 * Writes a board, its grid or its map as a file. The same board, date and options give the same bytes. Errors:
 * `not-available` names what is; `invalid` for a scale outside 1 to 4.
 */
export async function exportBoard(
  snapshot: BoardSnapshot,
  what: string,
  format: string,
  options: ExportOptions,
): Promise<ExportResult> {
  const formats = Object.hasOwn(WRITERS, what) ? WRITERS[what] : undefined;
  const write = formats !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (write === undefined)
    return refuse('not-available', `This is not available yet. There is ${available()}.`);
  const { scale = 1 } = options;
  if (!(scale >= 1 && scale <= 4)) return refuse('invalid', 'scale must be a number from 1 to 4.');
  const date = snapshot.meta.sessionDate ?? calendarDate(options.date);
  const bytes = await write({ snapshot, date, options });
  const fileName = fileNameOf(what, snapshot.meta.title, date, format);
  return { ok: true, value: { bytes, mime: MIMES[format] ?? 'application/octet-stream', fileName } };
}

function available(): string {
  return Object.entries(WRITERS)
    .map(([what, formats]) => `${what} as ${Object.keys(formats).join(', ')}`)
    .join('; ');
}

function refuse(code: ExportFailure['code'], message: string): ExportResult {
  return { ok: false, error: { code, message } };
}
