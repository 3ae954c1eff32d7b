import { t } from '@coherence/words';
import {
  HandTool,
  LaserTool,
  SelectTool,
  TldrawEditor,
  TldrawScribble,
  type Editor,
  type TLCameraOptions,
  type TLEditorComponents,
  useEditor,
  useQuickReactor,
} from '@tldraw/tldraw';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useLive } from '../live/live-context.tsx';
import type { MapHandle, MapRequest } from './map-handle.ts';
import { GroupHulls, GroupNames } from './overlays/group-hulls.tsx';
import { LaserTrails, StrokePreview } from './overlays/drawn-lines.tsx';
import { LinkHandles, LinkInTheMaking } from './overlays/link-handles.tsx';
import { LinkPopover } from './overlays/link-popover.tsx';
import { PeopleCursors, TypingFlags } from './overlays/people-on-map.tsx';
import { SelectionFrame, SlimIndicators } from './overlays/selection-frame.tsx';
import { FactorUtil } from './shapes/factor-util.tsx';
import { InfluenceUtil } from './shapes/influence-util.tsx';
import { StrokeUtil } from './shapes/stroke-util.tsx';
import { WritingUtil } from './shapes/writing-util.tsx';
import { startCanvas } from './start-canvas.ts';
import { CardTool, NoteTool, WordsTool } from './tools/placing-tools.ts';
import { LinkTool } from './tools/link-tool.ts';
import { PenTool } from './tools/pen-tool.ts';
import '@tldraw/tldraw/tldraw.css';
import './canvas.css';

const SHAPE_UTILS = [FactorUtil, InfluenceUtil, StrokeUtil, WritingUtil];
const TOOLS = [SelectTool, HandTool, LaserTool, CardTool, LinkTool, PenTool, NoteTool, WordsTool];
const COMPONENTS: TLEditorComponents = {
  Background: MapPaper,
  Grid: null,
  OnTheCanvas: GroupHulls,
  Overlays: MapOverlays,
  InFrontOfTheCanvas: LinkPopover,
  SelectionForeground: SelectionFrame,
  ShapeIndicators: SlimIndicators,
  Scribble: TldrawScribble,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  LoadingScreen: null,
};
const CAMERA: Partial<TLCameraOptions> = { zoomSteps: [0.05, 0.1, 0.25, 0.5, 1, 2, 4], wheelBehavior: 'pan' };

type MapCanvasProps = {
  /** The canvas is ready, or (null) gone. */
  onHandle: (handle: MapHandle | null) => void;
  /** Something a key asked for that the canvas does not do by itself. */
  onRequest: (request: MapRequest) => void;
  licenseKey?: string | undefined;
};

/** The problem diagnosis map to draw on. The editor inside is a view of the board, never a store of its own. */
export function MapCanvas({ onHandle, onRequest, licenseKey }: MapCanvasProps) {
  const board = useLive();
  // No shape is ever born in the editor: with room for none, its own ways to make or copy shapes refuse.
  const options = useMemo(
    () => ({
      maxShapesPerPage: 0,
      createTextOnCanvasDoubleClick: false,
      branding: t('map.canvasLabel'),
    }),
    [],
  );
  // The editor is started once; what is around it may change meanwhile.
  const around = useRef({ onHandle, onRequest });
  useLayoutEffect(() => {
    around.current = { onHandle, onRequest };
  });
  const start = useCallback(
    (editor: Editor) =>
      startCanvas(editor, board, {
        onHandle: (handle) => around.current.onHandle(handle),
        onRequest: (request) => around.current.onRequest(request),
      }),
    [board],
  );
  return (
    <TldrawEditor
      key={board.id}
      className="map-canvas"
      shapeUtils={SHAPE_UTILS}
      tools={TOOLS}
      components={COMPONENTS}
      initialState="select"
      options={options}
      cameraOptions={CAMERA}
      onMount={start}
      {...(licenseKey === undefined ? {} : { licenseKey })}
    />
  );
}

function MapOverlays() {
  return (
    <>
      <GroupNames />
      <LinkHandles />
      <LinkInTheMaking />
      <StrokePreview />
      <TypingFlags />
      <LaserTrails />
      <PeopleCursors />
    </>
  );
}

/** Distance of the dots in map px at zoom 1. */
const GRID = 24;

/** The paper under the map: faint dots that move with it and thin out when it is far. */
function MapPaper() {
  const editor = useEditor();
  const paper = useRef<HTMLDivElement>(null);
  useQuickReactor(
    'move the dots',
    () => {
      const { x, y, z } = editor.getCamera();
      const step = GRID * z * 2 ** Math.max(0, Math.ceil(Math.log2(0.6 / z)));
      const style = paper.current?.style;
      style?.setProperty('background-size', `${step}px ${step}px`);
      style?.setProperty('background-position', `${x * z}px ${y * z}px`);
    },
    [editor],
  );
  return <div ref={paper} className="map-paper" />;
}
