import { checkDocuments } from './document-rules.ts';
import { checkFile } from './file-rules.ts';
import { checkFolders } from './folder-rules.ts';
import { checkImports } from './import-rules.ts';
import { checkErasable } from './erasable.ts';
import type { Knot } from './layout.ts';
import type { Manifest, SourceFile, Violation } from './source.ts';
import { readModule } from './source.ts';

/**
 * Every place in the given files that breaks a rule of the tree: of the files in their order, of the folders, of the
 * language. `knots`: those of the folders that are known.
 */
export function checkSources(
  files: readonly SourceFile[],
  manifests: readonly Manifest[],
  knots: readonly Knot[] = [],
): readonly Violation[] {
  const modules = files.map(readModule);
  return [
    ...modules.flatMap((module) => [...checkFile(module), ...checkImports(module, manifests)]),
    ...checkFolders(modules, knots),
    ...files.flatMap(checkErasable),
    ...files.flatMap(checkDocuments),
  ];
}

/** One line a person and an editor can follow: place, rule, what to do. */
export function formatViolation({ path, line, rule, remedy }: Violation): string {
  return `${path}:${line}  ${rule}\n    -> ${remedy}`;
}
