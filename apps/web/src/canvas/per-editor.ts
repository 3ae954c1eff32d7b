import type { Editor } from '@tldraw/tldraw';

/** Something that every editor has one of, made when first asked for. It goes when the editor goes. */
export function perEditor<T extends object>(make: () => T): (editor: Editor) => T {
  const made = new WeakMap<Editor, T>();
  return (editor) => {
    const known = made.get(editor) ?? make();
    made.set(editor, known);
    return known;
  };
}
