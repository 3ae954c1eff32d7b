import { t } from '@coherence/words';
import { EditingControl } from './editing-control.tsx';
import { ProjectorControl } from './projector-control.tsx';
import type { Person } from '../../live/people/person.ts';
import { usePresenceFact } from '../../live/people/presence.ts';
import { Button } from '../../ui/button.tsx';
import { hint } from '../../ui/tips/tip.ts';
import { useCommand } from '../../frame/use-command.ts';
import { viewWords } from '../../together/bring/view-words.ts';
import '../../together/attention.css';

/** Where the facilitator directs everyone's attention: the projector, coming here, who may edit. */
export function AttentionControl() {
  return (
    <section className="attention" aria-label={t('attention.title')}>
      <ProjectorControl />
      <div className="attention-row">
        <BringControl />
        <EditingControl />
      </div>
    </section>
  );
}

const followable = (people: readonly Person[]): number =>
  new Set(
    people
      .filter(({ role, here }) => !here && (role === 'participant' || role === 'observer'))
      .map(({ participantId }) => participantId),
  ).size;
const ownPlace = (people: readonly Person[]): Pick<Person, 'view' | 'at'> => {
  const own = people.find(({ here }) => here);
  return { view: own?.view ?? null, at: own?.at ?? null };
};

/** Brings everybody to what the facilitator looks at. */
function BringControl() {
  const count = usePresenceFact(followable);
  const { view, at } = usePresenceFact(ownPlace);
  const send = useCommand((why) => t('attention.failed', { why }));
  const isPlace = view !== null && view !== 'room';
  return (
    <Button
      className="attention-bring"
      disabled={count === 0 || !isPlace}
      {...hint(
        isPlace
          ? `${t('attention.bringHint', { view: viewWords(view) })} ${t('attention.pointHint')}`
          : t('attention.bringNoPlace'),
      )}
      onClick={() => {
        if (view !== null) void send({ type: 'bring', view, target: at });
      }}
    >
      {t('attention.bring', { n: count })}
    </Button>
  );
}
