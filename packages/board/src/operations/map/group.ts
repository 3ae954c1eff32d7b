import type * as Y from 'yjs';
import { createRecords, LOCAL, presentRecord, recordOf, rootOf, setKey, takeOut } from '../../doc.ts';
import { newId } from '../../ids.ts';
import { ok, type Result } from '../../result.ts';
import { textField } from '../../schema/fields.ts';
import { check } from '../../writing/check.ts';

/** Names a group of factors and strategies; its members are set in the same undo step. Gives back its id. */
export function addGroup(doc: Y.Doc, name: string, members: readonly string[]): Result<string> {
  const checked = check(textField, name);
  if (!checked.ok) return checked;
  const id = newId();
  createRecords(doc, [{ root: 'groups', id, fields: {}, text: checked.value }]);
  doc.transact(() => {
    for (const member of members) {
      const record = presentRecord(doc, 'factors', member) ?? presentRecord(doc, 'strategies', member);
      if (record !== null) setKey(record, 'group', id);
    }
  }, LOCAL);
  return ok(id);
}

/** Takes every member out of a group, and the group away. */
export function ungroup(doc: Y.Doc, id: string): void {
  doc.transact(() => {
    for (const root of ['factors', 'strategies'] as const) {
      for (const member of rootOf(doc, root).keys()) {
        const record = presentRecord(doc, root, member);
        if (record?.get('group') === id) setKey(record, 'group', null);
      }
    }
  }, LOCAL);
  if (recordOf(doc, 'groups', id) !== null) takeOut(doc, 'groups', [id]);
}
