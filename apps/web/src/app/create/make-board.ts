import { plainName } from '@coherence/board';
import type { AgendaTemplate, Anonymity, UnitWord } from '@coherence/board';
import type { PastedUnit } from '@coherence/lists';
import { templateAgenda } from '../../together/template-agenda.ts';
import { boardInfo, createBoard, join, type Answer } from '../../live/server/api.ts';
import { rememberBoard } from '../../live/device/identity.ts';
import { serverClock } from '../../live/server/server-clock.ts';

type BoardWords = {
  readonly title: string;
  readonly question: string;
  readonly agenda: AgendaTemplate;
  /** What is shown of those who write alone. */
  readonly identity: Anonymity;
  readonly units: readonly PastedUnit[];
  /** What the board calls its units. */
  readonly unitWord: UnitWord;
  /** ISO date of the session, or empty. */
  readonly date: string;
  /** Of the person who makes the board; empty for none. */
  readonly name: string;
};

/** Makes the board on the server and keeps the maker's key in this browser. Gives back the id. */
export async function makeBoard(words: BoardWords): Promise<Answer<string>> {
  const { title, question, agenda, identity, units, unitWord, date, name } = words;
  const answer = await createBoard({
    title: plainName(title),
    question: question.trim(),
    unitWord,
    units: [...units],
    agenda: templateAgenda(agenda, unitWord, identity),
    ...(date === '' ? {} : { sessionDate: date }),
  });
  if (!answer.ok) return answer;
  const { id, token, participantId, invites } = answer.value;
  const ownName = plainName(name);
  if (ownName !== '') await join({ invite: invites.facilitator, name: ownName }, token);
  const info = await boardInfo(id, token);
  rememberBoard({
    id,
    token,
    participantId,
    title: plainName(title),
    role: 'facilitator',
    name: ownName === '' ? null : ownName,
    unit: null,
    generation: info.ok ? info.value.generation : 0,
    lastOpened: serverClock.now(),
  });
  return { ok: true, value: id };
}
