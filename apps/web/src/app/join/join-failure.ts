import { t } from '@coherence/words';
import { sayFailureAndHint } from '../../live/failure.ts';
import type { ApiError } from '../../live/server/api.ts';

/** Why somebody is still outside, in words that say what to do. */
export function joinFailure(error: ApiError): string {
  switch (error.code) {
    case 'unreachable':
      return t('join.unreachable');
    case 'unknown-code':
      return t('join.unknown');
    case 'unknown-invite':
      return t('join.unknownLink');
    case 'unknown-pair':
      return t('join.wrongPair');
    case 'too-many-tries':
      return t('join.tooMany');
    default:
      return t('join.failed', { why: sayFailureAndHint(error) });
  }
}
