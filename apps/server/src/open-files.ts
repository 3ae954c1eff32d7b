/** Where the system does not say: Windows has no such limit of its own. */
const UNKNOWN = 8_000;

/** How many files and connections the system lets this process open at once. */
export function openFilesMax(): number {
  // Looking up names of the network would take seconds.
  const report = Object.assign(process.report, { excludeNetwork: true });
  const read = report.getReport() as unknown as { userLimits?: Record<string, { soft?: number | string }> };
  const soft = Number(read.userLimits?.['open_files']?.soft);
  return Number.isFinite(soft) && soft > 0 ? soft : UNKNOWN;
}
