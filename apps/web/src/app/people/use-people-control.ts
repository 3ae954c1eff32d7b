import { useCallback, useEffect, useState } from 'react';
import { t } from '../../i18n/translate.ts';
import { command, everybody, type BoardPerson } from '../../live/api.ts';
import { useLive } from '../../live/live-context.tsx';
import type { Role } from '../../live/role.ts';

export type PeopleControl = {
  /** Everybody who has joined, as the server last said. */
  readonly everybody: readonly BoardPerson[];
  /** Why the last command did nothing; null if it did. */
  readonly error: string | null;
  setRole(participantId: string, role: Role): void;
  /** Answers whether they are off the board. */
  remove(participantId: string): Promise<boolean>;
};

/** What a facilitator can do with people; null for everybody else. */
export function usePeopleControl(): PeopleControl | null {
  const { id, me, role } = useLive();
  const mayControl = role === 'facilitator';
  const [people, setPeople] = useState<readonly BoardPerson[]>([]);
  const [error, setError] = useState<string | null>(null);

  const read = useCallback(async () => {
    const answer = await everybody(id, me.token);
    if (answer.ok) setPeople(answer.value.people);
  }, [id, me.token]);

  useEffect(() => {
    if (mayControl) void read();
  }, [mayControl, read]);

  const run = async (body: { type: string; participantId: string; role?: Role }) => {
    const answer = await command(id, me.token, body);
    setError(answer.ok ? null : t('people.failed', { why: answer.error.message }));
    await read();
    return answer.ok;
  };
  if (!mayControl) return null;
  return {
    everybody: people,
    error,
    setRole: (participantId, wanted) => void run({ type: 'set-role', participantId, role: wanted }),
    remove: (participantId) => run({ type: 'remove-person', participantId }),
  };
}
