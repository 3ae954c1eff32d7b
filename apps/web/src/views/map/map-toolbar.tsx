import type { NodeKind } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useEffect } from 'react';
import type { MapHandle, MapTool } from '../../canvas/map-handle.ts';
import { TOOL_KEYS } from '../../canvas/model/map-key.ts';
import { useLive } from '../../live/live-context.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { kindToAdd, KINDS, kindsIn, kindStyle, PLAIN_KIND } from '../../factors/kinds.ts';
import { usePhase } from '../../live/document/use-session.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MapCommands } from './commands/use-map-commands.ts';
import { useMapStatus } from './use-map-status.ts';
import { hint } from '../../ui/tips/tip.ts';

const HINTS = { factor: 'map.hintFactor', link: 'map.hintLinkFirst' } as const;

type MapToolbarProps = {
  handle: MapHandle;
  commands: MapCommands;
  onGroup: (ids: readonly string[]) => void;
};

/** The tools of the map, by word; who only watches gets those that change nothing. */
export function MapToolbar({ handle, commands, onGroup }: MapToolbarProps) {
  const status = useMapStatus(handle);
  const { canEdit } = useLive();
  const { tool, kind, selection, isLinking } = status;
  const phase = usePhase();
  const phaseId = phase?.id ?? null;
  const added = kindToAdd(phase);
  // What was chosen holds for the phase it was chosen in.
  useEffect(() => {
    if (added === null) return undefined;
    handle.setKind(added);
    return () => handle.setKind(PLAIN_KIND);
  }, [handle, phaseId, added]);
  const toolHint =
    tool === 'link' && isLinking
      ? t('map.hintLinkSecond')
      : tool === 'link' || tool === 'factor'
        ? t(HINTS[tool])
        : null;
  const toolButton = (name: MapTool) => (
    <button
      key={name}
      type="button"
      className="map-tool"
      aria-pressed={tool === name}
      {...hint(t('map.toolTitle', { tool: t(`map.tool_${name}`), key: TOOL_KEYS[name] }))}
      onClick={() => handle.setTool(name)}
    >
      {t(`map.tool_${name}`)}
    </button>
  );

  if (!canEdit) {
    return (
      <div className="map-toolbar" role="toolbar" aria-label={t('map.tools')}>
        {(['select', 'hand', 'laser'] as const).map(toolButton)}
      </div>
    );
  }
  return (
    <>
      {toolHint === null ? null : <output className="map-hint">{toolHint}</output>}
      <div className="map-toolbar" role="toolbar" aria-label={t('map.tools')}>
        {toolButton('select')}
        {toolButton('hand')}
        <span className="map-tool-pair">
          {toolButton('factor')}
          <Menu
            variant="quiet"
            className="map-tool-kind"
            name={t('map.kindOfNew', { kind: t(KINDS[kind].one) })}
            label={<KindGlyph kind={kind} />}
            items={kindsIn('menu').map((known) => ({
              label: t(KINDS[known].one),
              checked: known === kind,
              oneOf: true,
              icon: <KindGlyph kind={known} />,
              onSelect: () => {
                handle.setKind(known);
                handle.setTool('factor');
              },
            }))}
          />
        </span>
        {toolButton('link')}
        <button
          type="button"
          className="map-tool"
          {...hint(t('map.groupTitle'))}
          onClick={() => onGroup(selection.nodes)}
        >
          {t('map.group')}
        </button>
        <span className="map-tool-gap" />
        {(['pen', 'note', 'text', 'laser'] as const).map(toolButton)}
        <span className="map-tool-gap" />
        <button type="button" className="map-tool" {...hint(t('map.tidyTitle'))} onClick={commands.tidy}>
          {t('map.tidy')}
        </button>
      </div>
    </>
  );
}

function KindGlyph({ kind }: { kind: NodeKind }) {
  return <Glyph glyph={kindLooks[kind].glyph} className="map-kind" style={kindStyle(kind)} />;
}
