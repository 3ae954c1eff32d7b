import { checkFile } from './file-rules.ts';
import { checkImports } from './import-rules.ts';
import type { Manifest, SourceFile, Violation } from './source.ts';
import { readModule } from './source.ts';

/** Every place in the given files that breaks a rule of the tree, in the order of the files. */
export function checkSources(
  files: readonly SourceFile[],
  manifests: readonly Manifest[],
): readonly Violation[] {
  return files.flatMap((file) => {
    const module = readModule(file);
    return [...checkFile(module), ...checkImports(module, manifests)];
  });
}

/** One line a person and an editor can follow: place, rule, what to do. */
export function formatViolation({ path, line, rule, remedy }: Violation): string {
  return `${path}:${line}  ${rule}\n    -> ${remedy}`;
}
