import { toBoardFile, type BoardSnapshot } from '@coherence/board';
import { gridPicture, mapPicture, type PictureHead } from '@coherence/picture';
import type { Speech } from '@coherence/words';
import { calendarDate } from './file/calendar-date.ts';
import { jsonBytes, textBytes } from './file/file-bytes.ts';
import { fileNameOf } from './file/file-name.ts';
import { embeddedFonts } from './fonts/embedded-fonts.ts';
import type { LoadedFonts } from './fonts/loaded-fonts.ts';
import { mapJson } from './map-json.ts';
import { gridModelOf } from './pictures/grid-model.ts';
import { mapModelOf } from './pictures/map-model.ts';
import { leastMapSize, tooMuchToDraw, type MapTooLarge } from './pictures/least-size.ts';
import { pictureHead } from './pictures/picture-head.ts';
import { pictureWords } from './pictures/picture-words.ts';
import { refuseSize, svgToPng, type PngFailure } from './pictures/png.ts';

export type ExportOptions = {
  /** Pixels of a PNG per px of the picture, 1 to 4. */
  readonly scale?: number;
  /** Today, for boards without a session date. */
  readonly date: Date | string;
  readonly fonts: LoadedFonts;
  /** The words of pictures and their date are said in it. */
  readonly speech: Speech;
  /** How many people were in the session, for "what 12 people believed". */
  readonly participants?: number;
};

export type ExportFailure =
  | { readonly code: 'scale'; readonly values: { readonly min: number; readonly max: number } }
  | MapTooLarge
  | PngFailure;

export type ExportResult =
  | { readonly ok: true; readonly value: ExportedFile }
  | { readonly ok: false; readonly error: ExportFailure };

export type ExportedFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
};

type Job = { readonly snapshot: BoardSnapshot; readonly date: string; readonly options: ExportOptions };
type Written =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly error: ExportFailure };
type Writer = (job: Job) => Written | Promise<Written>;

/** How each file is written, by what it shows and its format. */
const WRITERS = {
  'grid.svg': (job) => written(textBytes(gridSvg(job, FOR_VIEWERS))),
  'grid.png': (job) => pngOf(gridSvg(job, FOR_PNG), job),
  'map.svg': (job) => mapPictureOf(job, FOR_VIEWERS, (svg) => written(textBytes(svg))),
  'map.png': (job) => mapPictureOf(job, FOR_PNG, (svg) => pngOf(svg, job)),
  'map.json': ({ snapshot }) => written(jsonBytes(mapJson(snapshot))),
  'board.json': ({ snapshot }) => written(jsonBytes(toBoardFile(snapshot))),
} as const satisfies Readonly<Record<`${string}.${string}`, Writer>>;

export type ExportName = keyof typeof WRITERS;

/**
 * Writes a board, its grid or its map as a file. The same board, date and options give the same bytes. Errors:
 * `scale` for one outside 1 to 4; `map-too-large`, and those of `svgToPng`.
 * A PNG blocks while it is drawn: on a server, call this from a worker.
 */
export async function exportBoard(
  snapshot: BoardSnapshot,
  name: ExportName,
  options: ExportOptions,
): Promise<ExportResult> {
  const { min, max } = SCALES;
  const { scale = 1 } = options;
  if (!(scale >= min && scale <= max)) return { ok: false, error: { code: 'scale', values: { min, max } } };
  const date = snapshot.meta.sessionDate ?? calendarDate(options.date);
  const bytes = await WRITERS[name]({ snapshot, date, options });
  if (!bytes.ok) return bytes;
  return { ok: true, value: { bytes: bytes.value, fileName: fileNameOf(name, snapshot.meta.title, date) } };
}

const SCALES = { min: 1, max: 4 } as const;

/** A viewer gets the fonts within the picture; the PNG engine takes them as files and ignores embedded ones. */
const FOR_VIEWERS = { embed: true } as const;
const FOR_PNG = { embed: false } as const;
type Use = typeof FOR_VIEWERS | typeof FOR_PNG;

function gridSvg({ snapshot, date, options }: Job, { embed }: Use): string {
  const fonts = embed ? embeddedFonts(options.fonts) : [];
  const { t } = options.speech;
  return gridPicture(gridModelOf(snapshot, headOf(snapshot, date, options), t), {
    fonts,
    words: pictureWords(t),
  });
}

/** A map that cannot become this file is refused before it is laid out. */
function mapPictureOf(
  { snapshot, date, options }: Job,
  { embed }: Use,
  write: (svg: string) => Written | Promise<Written>,
): Written | Promise<Written> {
  const model = mapModelOf(snapshot, headOf(snapshot, date, options));
  const tooLarge = tooMuchToDraw(model);
  if (tooLarge !== null) return { ok: false, error: tooLarge };
  const { width, height } = leastMapSize(model);
  const refused = embed ? null : refuseSize(width, height, options.scale ?? 1);
  if (refused !== null) return { ok: false, error: refused };
  const words = pictureWords(options.speech.t);
  return write(mapPicture(model, { fonts: embed ? embeddedFonts(options.fonts) : [], words }));
}

async function pngOf(svg: string, { options }: Job): Promise<Written> {
  const { faces, resvg } = options.fonts;
  const fonts = faces.map(({ bytes }) => bytes);
  const png = await svgToPng(svg, { scale: options.scale ?? 1, fonts, wasm: resvg });
  return png.ok ? written(png.value.bytes) : { ok: false, error: png.error };
}

function written(value: Uint8Array): Written {
  return { ok: true, value };
}

function headOf(snapshot: BoardSnapshot, date: string, { participants, speech }: ExportOptions): PictureHead {
  return pictureHead(snapshot, date, speech.language, participants);
}
