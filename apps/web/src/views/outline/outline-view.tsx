import { mapOf, phaseFacts } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useMemo, useRef, useState } from 'react';
import { lensName, UnitLensMenu } from '../../factors/units/unit-lens-menu.tsx';
import { useScrollAnchor } from '../../factors/use-scroll-anchor.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useKeepFocus } from '../../factors/use-keep-focus.ts';
import { useTypists } from '../../factors/use-typists.ts';
import { KINDS, kindStyle, kindToAdd } from '../../factors/kinds.ts';
import { useLive } from '../../live/live-context.tsx';
import { useActor } from '../../live/document/use-operation.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { usePhase } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { useSmall } from '../../ui/use-narrow.ts';
import { useDeferredOutline } from './deferred/use-deferred-outline.ts';
import { AddEntry, GroupForm } from './entries/add-entry.tsx';
import { EntryRow } from './entries/entry-row.tsx';
import { LinkForm } from './links/link-form.tsx';
import { LinkStart } from './links/link-start.tsx';
import { OffMap } from './entries/off-map.tsx';
import { type OutlineFrame, useOutlineLens } from './outline-frame.ts';
import { useOutlineCards } from './use-outline-cards.ts';
import { outlineOf, type OutlineOrder, type OutlineSection } from './outline-of.ts';
import { useOutlineControl } from './use-outline-control.ts';
import './outline.css';

const TOP_STAYS = { topStays: true };

/** The map as a list: its equal twin for keyboard, screen reader and phone, live with everyone else's edits. */
export function OutlineView() {
  const board = useLive();
  const root = useRef<HTMLDivElement>(null);
  const map = useProjection(mapOf);
  const marks = useProjection(unitMarks);
  const { unitWord } = useMeta();
  const typists = useTypists();
  const actor = useActor();
  const [order, setOrder] = useState<OutlineOrder>('kind');
  const [find, setFind] = useState('');
  const seen = useOutlineLens(map);
  const [linkFrom, setLinkFrom] = useState<{ readonly id: string | null } | null>(null);
  const [grouping, setGrouping] = useState<string | null>(null);
  const who = lensName(seen.lens, seen.choices);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);

  const { highlighted } = seen;
  const phase = usePhase();
  const added = kindToAdd(phase);
  const isLinking = phase !== null && phaseFacts(phase.kind).work === 'link';
  const linksFirst = useSmall() && isLinking && board.role === 'participant' && board.canEdit;
  const latest = useMemo(
    () => outlineOf(map, order, find, highlighted, added),
    [map, order, find, highlighted, added],
  );
  const { sections, waiting, show } = useDeferredOutline(
    scroller,
    latest,
    JSON.stringify([order, find, seen.lens, added]),
  );
  // First the place of what has the focus, then the focus itself: it need not be scrolled to any more.
  useScrollAnchor(scroller, sections, TOP_STAYS);
  const { control, editing, said, linked } = useOutlineControl(useKeepFocus(root));
  useOutlineCards(control, map);
  const frame: OutlineFrame = useMemo(
    () => ({
      control,
      canEdit: board.canEdit,
      actor,
      unitWord,
      marks,
      groups: map.groups,
      labels: new Map(map.nodes.map(({ id, label }) => [id, label])),
      typists,
      linkFrom: (id) => setLinkFrom({ id }),
      nameGroup: setGrouping,
    }),
    [control, board, actor, unitWord, marks, map, typists],
  );

  const outline = (
    <>
      <header className="outline-head">
        <h2>{t('outline.title')}</h2>
        <div className="outline-tools">
          <input
            dir="auto"
            type="search"
            className="outline-find"
            aria-label={t('outline.findLabel')}
            placeholder={t('outline.find')}
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
          <select
            className="outline-order"
            aria-label={t('outline.sortedBy')}
            value={order}
            onChange={({ target }) => setOrder(target.value === 'group' ? 'group' : 'kind')}
          >
            <option value="kind">{t('outline.byKind')}</option>
            <option value="group">{t('outline.byGroup')}</option>
          </select>
          <UnitLensMenu lens={seen.lens} onLens={seen.setLens} choices={seen.choices} word={unitWord} />
          {board.canEdit ? (
            <Button disabled={map.nodes.length < 2} onClick={() => setLinkFrom({ id: null })}>
              {t('outline.addLink')}
            </Button>
          ) : null}
        </div>
      </header>
      {board.canEdit ? <AddEntry control={control} /> : null}
      {map.nodes.length === 0 ? <p className="outline-empty">{t('outline.empty')}</p> : null}
      {map.nodes.length > 0 && sections.length === 0 ? (
        <p className="outline-empty">
          {find.trim() === '' && who !== null
            ? t('outline.lensNothing', { who })
            : t('outline.nothingFound', { find })}
        </p>
      ) : null}
      {sections.map((section) => (
        <Section key={section.key} section={section} frame={frame} editing={editing} />
      ))}
      <OffMap factors={map.offMap} frame={frame} />
    </>
  );
  return (
    <div ref={root} className="outline-view">
      <div ref={setScroller} className="outline-scroll">
        <div className="outline-page">
          {linksFirst ? (
            <LinkStart map={map} frame={frame} added={linked} onAdd={() => setLinkFrom({ id: null })}>
              {outline}
            </LinkStart>
          ) : (
            outline
          )}
        </div>
      </div>
      <footer className="outline-foot">
        <p>
          {t('outline.summary', {
            nodes: t('outline.nodes', { n: map.nodes.length }),
            links: t('outline.links', { n: map.links.length }),
          })}
        </p>
        {waiting === 0 ? null : <Button onClick={show}>{t('outline.showNew', { n: waiting })}</Button>}
      </footer>
      {linkFrom === null ? null : (
        <LinkForm from={linkFrom.id} nodes={map.nodes} control={control} onClose={() => setLinkFrom(null)} />
      )}
      {grouping === null ? null : (
        <GroupForm onName={(name) => control.addGroup(name, grouping)} onClose={() => setGrouping(null)} />
      )}
      <output className="visually-hidden">{said}</output>
      <output className="visually-hidden">{waiting === 0 ? '' : t('outline.newWaits')}</output>
    </div>
  );
}

type SectionProps = { section: OutlineSection; frame: OutlineFrame; editing: string | null };

function Section({ section: { key, of, entries }, frame, editing }: SectionProps) {
  return (
    <section className="outline-section" data-place={key} aria-labelledby={`section-${key}`}>
      <h3
        id={`section-${key}`}
        className={'kind' in of ? 'of-kind' : undefined}
        style={'kind' in of ? kindStyle(of.kind) : undefined}
      >
        {'kind' in of ? <Glyph glyph={kindLooks[of.kind].glyph} size={18} /> : null}
        {headingOf(of)} <span className="outline-count">{entries.length}</span>
      </h3>
      <ul className="entries">
        {entries.map((entry) => (
          <EntryRow
            key={entry.node.id}
            entry={entry}
            frame={frame}
            editing={editing === entry.node.id}
            showsKind={!('kind' in of)}
          />
        ))}
      </ul>
    </section>
  );
}

function headingOf(of: OutlineSection['of']): string {
  if ('kind' in of) return t(KINDS[of.kind].many);
  if (of.group === null) return t('outline.noGroup');
  return of.name.trim() === '' ? t('outline.noName') : of.name;
}
