import { REASONS, type ErrorBody } from '@coherence/protocol/http';
import { sayExportFailure } from '@coherence/report';
import { sayCoded, type Translate } from '@coherence/words';
import { sayRefusedFile } from '@coherence/words/refused-file';
import type { ApiError, Because } from '../errors.ts';

type Said = Partial<Omit<ErrorBody['error'], 'code'>>;

/** An error as the HTTP interface answers it, in the language of `t`, and with the data to say it in another one. */
export function errorBody(t: Translate, { code, because }: Pick<ApiError, 'code' | 'because'>): ErrorBody {
  return {
    error: { code, message: t(`server.error_${code}`), ...(because === null ? {} : said(t, because)) },
  };
}

function said(t: Translate, because: Because): Said {
  switch (because.kind) {
    case 'reason': {
      const { code: reason, values } = because;
      const words = sayCoded(t, 'server.reason_', because);
      return { ...(REASONS[reason].as === 'hint' ? { hint: words } : { message: words }), reason, values };
    }
    case 'board': {
      const { failure } = because;
      const { code: reason, values } = failure;
      return { hint: sayCoded(t, 'refusals.board_', failure), reason, values: { ...values } };
    }
    case 'import': {
      const { problems, message, hint } = sayRefusedFile(t, because.failure);
      const { code: reason } = because.failure;
      return {
        where: problems[0]?.where ?? '',
        message,
        hint,
        reason,
        values: importValues(because.failure),
      };
    }
    case 'export':
      return exportSaid(t, because.failure);
    case 'body':
      return { hint: bodyHint(t, because) };
  }
}

/** The first problem of a refused file, for programs and for clients with words of their own. */
function importValues({ problems, fix }: Extract<Because, { kind: 'import' }>['failure']): Said['values'] {
  const [first] = problems;
  if (first === undefined) return { fix };
  const plain = Object.entries(first.values).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return { ...Object.fromEntries(plain), problem: first.code, fix };
}

function exportSaid(t: Translate, failure: Extract<Because, { kind: 'export' }>['failure']): Said {
  const words = sayExportFailure(t, failure);
  const { code: reason, values } = failure;
  const isTooLarge = reason === 'picture-too-large' || reason === 'map-too-large';
  return { ...(isTooLarge ? { message: words } : { hint: words }), reason, values: { ...values } };
}

function bodyHint(t: Translate, { where, fault }: Extract<Because, { kind: 'body' }>): string {
  const told = typeof fault === 'string' ? t(`server.fault_${fault}`) : fault.told;
  const place = where === '' ? 'body' : 'field';
  return t('server.body', { place, field: where, fault: told === '' ? t('server.fault_other') : told });
}
