import type { BoardMap } from '@coherence/board';
import { t } from '@coherence/words';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { comingOrder } from './coming-order.ts';
import { LinkRow } from './link-row.tsx';
import type { OutlineFrame } from '../outline-frame.ts';
import './link-start.css';

type LinkStartProps = {
  map: BoardMap;
  frame: OutlineFrame;
  onAdd: () => void;
  /** How many links this person has added here. */
  added: number;
  /** The outline itself, folded. */
  children: ReactNode;
};

/** On a phone while the room links: adding one first, the outline folded, and those made so far as sentences. */
export function LinkStart({ map, frame, onAdd, added, children }: LinkStartProps) {
  const links = new Map(map.links.map((link) => [link.id, link]));
  const [known, setKnown] = useState<readonly string[]>([]);
  const order = comingOrder(known, [...links.keys()]);
  if (order.length !== known.length || order.some((id, at) => id !== known[at])) setKnown(order);
  return (
    <div className="link-start">
      <Button size="l" variant="primary" disabled={map.nodes.length < 2} onClick={onAdd}>
        {t('outline.addLink')}
      </Button>
      <p className="link-start-said">
        {map.nodes.length < 2 ? t('outline.tooFew') : added === 0 ? null : t('outline.addedLast')}
      </p>
      {/* Above the list that grows, so that a person about to open it does not miss it. */}
      <details className="link-start-all">
        <summary>
          {t('outline.allOnMap')} <span className="outline-count">{map.nodes.length}</span>
        </summary>
        {children}
      </details>
      <section aria-labelledby="links-so-far">
        <h2 id="links-so-far">
          {t('outline.soFar')} <span className="outline-count">{links.size}</span>
        </h2>
        {links.size === 0 ? <p className="outline-empty">{t('outline.noneSoFar')}</p> : null}
        <ul className="entry-links">
          {order.flatMap((id) => {
            const link = links.get(id);
            if (link === undefined) return [];
            const [from = '', to = ''] = [frame.labels.get(link.from), frame.labels.get(link.to)];
            return [<LinkRow key={id} link={link} from={from} to={to} frame={frame} />];
          })}
        </ul>
      </section>
    </div>
  );
}
