import { useCallback, useEffect, useState } from 'react';
import { serverFinding, WAITING, type Finding } from './findings.ts';
import { checkOf, type CheckAnswer } from './room-check-api.ts';
import { CHECK_NAMES, CHECKS, type CheckName } from './run-checks.ts';

type Findings = Readonly<Record<CheckName, Finding>>;

const NONE = Object.fromEntries(CHECK_NAMES.map((name) => [name, WAITING])) as Findings;
/** How often the server is asked who got here. */
const ASK_MS = 2_000;

/** Runs every check once, and again when asked to. What throws has not reached the server. */
export function useFindings(id: string, token: string): { findings: Findings; again: () => void } {
  const [findings, setFindings] = useState(NONE);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    setFindings(NONE);
    const run = async (name: CheckName) => {
      const found = await CHECKS[name](id, token).catch(() => serverFinding(null));
      if (current) setFindings((before) => ({ ...before, [name]: found }));
    };
    for (const name of CHECK_NAMES) void run(name);
    return () => {
      current = false;
    };
  }, [id, token, round]);
  return { findings, again: useCallback(() => setRound((before) => before + 1), []) };
}

/** What the server says of this check, again and again; null while it has not answered. */
export function useCheck(id: string, token: string): CheckAnswer | null {
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const told = await checkOf(id, token);
      if (current && told.ok) setAnswer(told.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [id, token]);
  return answer;
}
