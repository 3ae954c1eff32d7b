import type { IncomingMessage } from 'node:http';
import { chooseLanguage, tagsOf, type Language } from '@coherence/words';
import { requestUrl } from './addresses.ts';

/** The language that a request asks for: `?language=`, else the `Accept-Language` that comes first and is spoken, else English. */
export function languageOf(request: Pick<IncomingMessage, 'url' | 'headers'>): Language {
  const asked = requestUrl(request)?.searchParams.get('language') ?? null;
  const accepted = tagsOf(request.headers['accept-language'] ?? '');
  return chooseLanguage(asked === null ? accepted : [asked, ...accepted]);
}
