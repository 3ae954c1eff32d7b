import { checkDirections } from './direction-rules.ts';
import { checkDocuments } from './document-rules.ts';
import { checkFile } from './file-rules.ts';
import { checkFolders } from './folder-rules.ts';
import { checkImports } from './import-rules.ts';
import { checkErasable } from './erasable.ts';
import { checkNames } from './name-rules.ts';
import type { Manifest, SourceFile, Violation } from './source.ts';
import { readModule } from './source.ts';

/**
 * Every place in the given files that breaks a rule of the tree: of the files in their order, of the folders, of the
 * language.
 */
export function checkSources(
  files: readonly SourceFile[],
  manifests: readonly Manifest[],
): readonly Violation[] {
  const modules = files.map(readModule);
  return [
    ...modules.flatMap((module) => [...checkFile(module), ...checkImports(module, manifests)]),
    ...checkFolders(modules),
    ...files.flatMap(checkErasable),
    ...files.flatMap(checkDocuments),
    ...files.flatMap(checkNames),
    ...files.flatMap(checkDirections),
  ];
}

/** One line a person and an editor can follow: place, rule, what to do. */
export function formatViolation({ path, line, rule, remedy }: Violation): string {
  return `${path}:${line}  ${rule}\n    -> ${remedy}`;
}
