/** How long the browser may take to read the file, in ms. */
const READ_LIMIT_MS = 60_000;

/** Hands a file to the person through the browser's downloads. */
export function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_LIMIT_MS);
}
