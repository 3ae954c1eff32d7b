import {
  mapOf,
  setFactorUnit,
  type MapNode,
  type NodeKind,
  FACTOR_NODE_KINDS,
  setNodeKind,
  type FactorNodeKind,
  NAME_MAX,
  setFactorTraits,
} from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useState } from 'react';
import type { MapHandle } from '../../../canvas/map-handle.ts';
import { UnitChips } from '../../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../../factors/units/unit-marks.ts';
import { KINDS, kindStyle } from '../../../factors/kinds.ts';
import { BoundTextarea } from '../../../live/text/bound-textarea.tsx';
import { useLive } from '../../../live/live-context.tsx';
import { useOperation } from '../../../live/document/use-operation.ts';
import { useMeta, useProjection, useWholeSnapshot } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { GroupChoice } from './chosen-cards.tsx';
import type { MapCommands } from '../commands/use-map-commands.ts';
import { Field } from '../../../ui/field.tsx';

type ChosenCardProps = { node: MapNode; handle: MapHandle; commands: MapCommands };

/** One card: its words, its kind, who named it, its group, and the ways off the map. */
export function ChosenCard({ node, handle, commands }: ChosenCardProps) {
  const { canEdit } = useLive();
  const run = useOperation();
  const { links } = useProjection(mapOf);
  const linked = links.filter(({ from, to }) => from === node.id || to === node.id).length;
  const heading = node.no === null ? t(KINDS[node.kind].one) : `F${node.no}`;

  return (
    <>
      <h3 className="map-panel-title" data-chosen={node.id}>
        {heading}
      </h3>
      <p className="map-quiet">{t('map.links', { n: linked })}</p>
      <BoundTextarea
        root={node.root}
        id={node.id}
        className="input map-panel-words"
        aria-label={t('map.words')}
        onKeyDown={(event) => {
          if (event.key === 'Escape') handle.focus();
        }}
      />
      {node.root === 'factors' ? (
        <Kinds
          kind={node.kind}
          isFree={canEdit}
          onChoose={(kind) => {
            run((doc) => setNodeKind(doc, node.id, kind));
          }}
        />
      ) : null}
      {node.root === 'factors' ? <ShortName key={node.label} node={node} /> : null}
      {node.root === 'factors' ? <Units node={node} /> : null}
      <GroupChoice ids={[node.id]} group={node.group} commands={commands} />
      {canEdit ? (
        <div className="map-panel-actions">
          <Button onClick={() => handle.setTool('link')}>{t('map.linkFrom')}</Button>
          <Button onClick={commands.removeChosen}>{t('map.takeOff')}</Button>
          <Button variant="quiet" onClick={() => commands.removeFromBoard([node.id])}>
            {t('map.removeFactor')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type KindsProps = { kind: NodeKind; isFree: boolean; onChoose: (kind: FactorNodeKind) => void };

function Kinds({ kind, isFree, onChoose }: KindsProps) {
  return (
    <Choices
      className="map-kinds"
      legend={t('map.kind')}
      value={FACTOR_NODE_KINDS.find((known) => known === kind) ?? null}
      disabled={!isFree}
      choices={FACTOR_NODE_KINDS.map((known) => ({
        value: known,
        className: 'map-kind',
        style: kindStyle(known),
        label: (
          <>
            <Glyph glyph={kindLooks[known].glyph} />
            {t(KINDS[known].one)}
          </>
        ),
      }))}
      onChoose={onChoose}
    />
  );
}

function Units({ node }: { node: MapNode }) {
  const { unitWord: word } = useMeta();
  const { actor, canEdit } = useLive();
  const run = useOperation();
  const marks = useProjection(unitMarks);
  const { unit } = actor;
  const isOurs = unit !== null && node.units.includes(unit);
  return (
    <div className="map-panel-part">
      <h4>{t('map.units')}</h4>
      {node.units.length === 0 ? (
        <p className="map-quiet">{t('map.noUnits', { word })}</p>
      ) : (
        <p className="map-chips">
          <UnitChips units={node.units} marks={marks} />
        </p>
      )}
      {canEdit && unit !== null && marks.has(unit) ? (
        <Button onClick={() => run((doc) => setFactorUnit(doc, node.id, unit, !isOurs))}>
          {isOurs ? t('map.weDoNot') : t('map.weSayToo')}
        </Button>
      ) : null}
    </div>
  );
}

/** What the map shows in place of the whole words; they stay as they are everywhere else. */
function ShortName({ node }: { node: MapNode }) {
  const { canEdit } = useLive();
  const run = useOperation();
  const known = useWholeSnapshot().factors.find(({ id }) => id === node.id)?.mapName ?? '';
  const [name, setName] = useState(known);
  const save = (): void => {
    const mapName = name.trim();
    if (mapName !== known) run((doc) => setFactorTraits(doc, node.id, { mapName }));
  };
  return (
    <div className="map-panel-part">
      <Field label={t('map.shortName')} hint={t('map.shortNameHint')}>
        {(wiring) => (
          <input
            {...wiring}
            value={name}
            maxLength={NAME_MAX}
            disabled={!canEdit}
            onChange={({ target }) => setName(target.value)}
            onBlur={save}
            onKeyDown={({ key }) => {
              if (key === 'Enter') save();
            }}
          />
        )}
      </Field>
    </div>
  );
}
