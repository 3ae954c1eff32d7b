import { download } from '../export/download.ts';

/**
 * Copies the text of a field. Plain http has no clipboard API, so the field is selected and the old command tried;
 * where that is refused too the text is saved as a file.
 */
export async function copyField(
  field: HTMLInputElement | HTMLTextAreaElement,
  fileName: string,
): Promise<'copied' | 'downloaded'> {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    field.focus();
    field.select();
    if (document.execCommand('copy')) return 'copied';
    download(new Blob([`${field.value}\n`], { type: 'text/plain' }), fileName);
    return 'downloaded';
  }
}
