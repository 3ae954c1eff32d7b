import type * as Y from 'yjs';
import { bear, LOCAL, presentRecord, recordOf, setKey, takeOut } from '../doc.ts';
import { newId } from '../ids.ts';
import { ok, type Result } from '../result.ts';
import { textField } from '../schema/fields.ts';
import { check } from './check.ts';

/** Names a group of factors and strategies; its members are set in the same undo step. Gives back its id. */
export function addGroup(doc: Y.Doc, name: string, members: readonly string[]): Result<string> {
  const checked = check(textField, name);
  if (!checked.ok) return checked;
  const id = newId();
  bear(doc, [{ root: 'groups', id, fields: {}, text: checked.value }]);
  doc.transact(() => {
    for (const member of members) {
      const record = presentRecord(doc, 'factors', member) ?? presentRecord(doc, 'strategies', member);
      if (record !== null) setKey(record, 'group', id);
    }
  }, LOCAL);
  return ok(id);
}

/** Removes the group's name; its members stay where they are. */
export function removeGroup(doc: Y.Doc, id: string): void {
  if (recordOf(doc, 'groups', id) !== null) takeOut(doc, 'groups', [id]);
}
