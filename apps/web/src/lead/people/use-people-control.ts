import type { CommandBody, CommandType } from '@coherence/protocol/http';
import type { Role } from '@coherence/protocol';
import { t } from '@coherence/words';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { sayFailureAndHint } from '../../live/failure.ts';
import { command, everybody, type BoardPerson } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useSession } from '../../live/document/use-session.ts';

export type PeopleControl = {
  /** All people who have joined or were added, as the server last said; null before it has. */
  readonly everybody: readonly BoardPerson[] | null;
  /** Participants who have the board open now. */
  readonly present: ReadonlySet<string>;
  /** Why the last command did nothing; null if it did. */
  readonly error: string | null;
  /** Each answers whether it was done. */
  add(name: string, unit: string): Promise<boolean>;
  rename(participantId: string, name: string): Promise<boolean>;
  /** `unit`: an id, or empty for none. */
  move(participantId: string, unit: string): Promise<boolean>;
  setRole(participantId: string, role: Role): Promise<boolean>;
  remove(participantId: string): Promise<boolean>;
  expect(expected: readonly { readonly name: string; readonly unit: string }[]): Promise<boolean>;
  /** The digits with which the first device of somebody joins as them. */
  pair(participantId: string): Promise<string | null>;
};

/** What a facilitator can do with people. The list follows who comes, goes and is changed. */
export function usePeopleControl(): PeopleControl {
  const { id, me } = useLive();
  const { attending } = useSession();
  const connections = usePeople();
  const [people, setPeople] = useState<readonly BoardPerson[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const presentKey = [...new Set(connections.map((one) => one.participantId))].sort().join(' ');
  const present = useMemo(() => new Set(presentKey.split(' ')), [presentKey]);

  const read = useCallback(async () => {
    const answer = await everybody(id, me.token);
    if (answer.ok) setPeople(answer.value.people);
  }, [id, me.token]);

  useEffect(() => void read(), [read, presentKey, attending]);

  const run = async <T extends CommandType>(body: { readonly type: T } & CommandBody<T>) => {
    const answer = await command(id, me.token, body);
    const why = answer.ok ? '' : sayFailureAndHint(answer.error);
    setError(answer.ok ? null : t('people.failed', { why }));
    await read();
    return answer.ok ? answer.value : null;
  };
  const done = async (body: CommandBody) => (await run(body)) !== null;
  return {
    everybody: people,
    present,
    error,
    add: (name, unit) => done({ type: 'add-person', name, unit }),
    rename: (participantId, name) => done({ type: 'rename-person', participantId, name }),
    move: (participantId, unit) => done({ type: 'move-person', participantId, unit }),
    setRole: (participantId, role) => done({ type: 'set-role', participantId, role }),
    remove: (participantId) => done({ type: 'remove-person', participantId }),
    expect: (expected) => done({ type: 'set-expected', expected }),
    pair: async (participantId) => (await run({ type: 'pair-person', participantId }))?.pair ?? null,
  };
}
