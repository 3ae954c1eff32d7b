import type { Phase, Session } from '@coherence/board';
import { t } from '@coherence/words';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { unusedMinutes } from '../../together/clock/phase-times.ts';
import type { ConsoleActs } from './use-console.ts';

type BackMenuProps = { session: Session; before: Phase | undefined; acts: ConsoleActs };

/** Back to the phase before, and what its clock will do there: start again, or go on with what was left. */
export function BackMenu({ session, before, acts }: BackMenuProps) {
  const left = before === undefined ? null : unusedMinutes(session, before);
  const to = (label: string, minutes?: number): MenuItem => ({
    label,
    disabled: before === undefined || acts.busy,
    onSelect: () => {
      if (before !== undefined) void acts.goTo(before, minutes);
    },
  });
  const items =
    before === undefined
      ? [to(t('console.isFirst'))]
      : [
          { heading: t('console.backTo', { title: before.title }) },
          ...(left === null ? [] : [to(t('console.clockGoesOn', { n: left }), left)]),
          to(before.minutes === 0 ? t('console.clockNone') : t('console.clockAgain', { n: before.minutes })),
        ];
  return (
    <Menu
      label={t('console.back')}
      name={before === undefined ? undefined : t('console.backTo', { title: before.title })}
      items={items}
    />
  );
}
