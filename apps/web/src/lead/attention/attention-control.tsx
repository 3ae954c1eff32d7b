import { t } from '@coherence/words';
import { BringControl } from './bring-control.tsx';
import { EditingControl } from './editing-control.tsx';
import { ProjectorControl } from './projector-control.tsx';
import '../../together/attention.css';

/** What the facilitator asks of everybody's attention: the projector, coming here, who may edit. */
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
