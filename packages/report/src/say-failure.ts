import type { Translate } from '@coherence/words';
import type { ExportFailure } from './export-board.ts';

/** Why a board is not written as a file, and what to do. */
export function sayExportFailure(t: Translate, failure: ExportFailure): string {
  switch (failure.code) {
    case 'scale':
      return t('report.refusal_scale', failure.values);
    case 'picture-too-large':
      return t('report.refusal_picture-too-large', failure.values);
    case 'map-too-large':
      return t('report.refusal_map-too-large', failure.values);
    case 'not-drawn':
      return t('report.refusal_not-drawn', failure.values);
  }
}
