import {
  addInfluence,
  mapOf,
  removeInfluences,
  reverseInfluence,
  type Actor,
  type MapLink,
  type Polarity,
  type Strength,
} from '@coherence/board';
import { markGlyphs, signGlyphs } from '@coherence/picture';
import { t } from '@coherence/words';
import { useEditor, useValue, type Editor } from '@tldraw/tldraw';
import { useLive } from '../../live/live-context.tsx';
import { useActor, useOperation } from '../../live/document/use-operation.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { Choices } from '../../ui/choices.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Menu } from '../../ui/menu.tsx';
import { routesOf } from '../links/link-routes.ts';
import { boxOfCard } from '../model/shapes/shape-size.ts';
import { mapLinkSentence } from '../../factors/link-sentence.ts';
import { ownRecords } from '../../factors/own-records.ts';
import { placePopover } from '../model/screen/place-popover.ts';
import { recordIdOf, shapeIdOf, type FactorRecord, type InfluenceRecord } from '../shape-records.ts';
import { LinkSources } from './link-sources.tsx';

const SIGNS = ['+', '-', '?'] as const satisfies readonly Polarity[];
const SIGN_WORDS = { '+': 'map.sign_more', '-': 'map.sign_less', '?': 'map.sign_unsure' } as const;
const STRENGTHS = [1, 2, 3] as const satisfies readonly Strength[];

/** The usual size of the popover, in px: it is placed before its words are known. */
const SIZE = { w: 332, h: 262 } as const;

/** What the chosen link says, as a sentence, and the words to say it otherwise. */
export function LinkPopover() {
  const editor = useEditor();
  const { links, nodes } = useProjection(mapOf);
  const id = useValue('chosen link', () => chosenLink(), [editor]);
  const chosen = links.find((known) => known.id === id);

  function chosenLink(): string | null {
    const only = editor.isIn('select.idle') ? editor.getOnlySelectedShape() : null;
    return only?.type === 'influence' ? recordIdOf(only.id) : null;
  }

  const place = useValue('place of the popover', () => (id === null ? null : placeOf(editor, id)), [
    editor,
    id,
  ]);

  if (chosen === undefined || place === null) return null;
  return (
    <section className="map-popover" style={{ ...place, width: SIZE.w }} aria-label={t('map.link')}>
      <p className="map-sentence">{mapLinkSentence({ nodes }, chosen)}</p>
      <LinkSources records={chosen.records} />
      <LinkForm chosen={chosen} />
    </section>
  );
}

function placeOf(editor: Editor, id: string): { left: number; top: number } | null {
  const path = routesOf(editor).pathOf(id);
  const link = editor.getShape<InfluenceRecord>(shapeIdOf(id));
  if (path === null || link === undefined) return null;
  const zoom = editor.getZoomLevel();
  const ends = [link.props.from, link.props.to].flatMap((end) => {
    const card = editor.getShape<FactorRecord>(shapeIdOf(end));
    if (card === undefined) return [];
    const { w, h } = boxOfCard(card);
    const { x, y } = editor.pageToViewport(card);
    return [{ x, y, w: w * zoom, h: h * zoom }];
  });
  const { w, h } = editor.getViewportScreenBounds();
  const { x, y } = placePopover(editor.pageToViewport(path.mid), SIZE, { w, h }, ends);
  return { left: x, top: y };
}

function LinkForm({ chosen }: { chosen: MapLink }) {
  const editor = useEditor();
  const { canEdit, role } = useLive();
  const actor = useActor();
  const { unitWord: word } = useMeta();
  const run = useOperation();
  if (!canEdit) return null;

  const { from, to, records } = chosen;
  const own = records.filter(({ id }) => ownRecords(chosen, actor).includes(id));
  const [mine] = own;
  const { polarity = null, strength, delay } = mine ?? { strength: chosen.strength, delay: chosen.delay };
  const say = (change: { polarity?: Polarity; strength?: Strength; delay?: boolean }): void => {
    run((doc, who) =>
      addInfluence(doc, { from, to, polarity: polarity ?? '?', strength, delay, ...change }, who),
    );
  };
  const remove = (ids: readonly string[]): void => {
    run((doc) => removeInfluences(doc, ids));
    editor.focus();
  };
  const everyId = records.map(({ id }) => id);
  const more = [
    { label: t('map.reverse'), disabled: own.length === 0, onSelect: () => run((doc) => reverse(doc, own)) },
    {
      label: t('map.removeLink'),
      disabled: own.length === 0,
      hint:
        own.length === 0
          ? othersWords(actor, word)
          : t(actor.room ? 'map.removeLinkRoomHint' : 'map.removeLinkHint', { word }),
      onSelect: () => remove(own.map(({ id }) => id)),
    },
    ...(role === 'facilitator' && everyId.length > own.length
      ? [
          {
            label: t('map.removeLinkAll'),
            hint: t('map.removeLinkAllHint', { word }),
            onSelect: () => remove(everyId),
          },
        ]
      : []),
  ];

  return (
    <>
      <Choices
        legend={t('map.sign')}
        value={polarity}
        choices={SIGNS.map((sign) => ({
          value: sign,
          label: (
            <>
              <Glyph glyph={signGlyphs[sign]} />
              {t(SIGN_WORDS[sign])}
            </>
          ),
        }))}
        onChoose={(sign) => say({ polarity: sign })}
      />
      <div className="map-popover-row">
        <button
          type="button"
          className="map-toggle"
          aria-pressed={delay}
          onClick={() => say({ delay: !delay })}
        >
          <Glyph glyph={markGlyphs.delay} />
          {t('map.takesTime')}
        </button>
        <Choices
          className="map-strength"
          legend={t('map.strength')}
          value={strength}
          choices={STRENGTHS.map((step) => ({
            value: step,
            name: t(`map.strength_${step}`),
            label: <span style={{ height: 1 + step * 1.5 }} />,
          }))}
          onChoose={(step) => say({ strength: step })}
        />
        <Menu label={t('map.more')} variant="quiet" align="end" items={more} />
      </div>
    </>
  );
}

/** Why there is nothing of one's own to remove. */
function othersWords({ room }: Actor, word: string): string {
  return room ? t('map.removeLinkOtherRooms', { room: room.name }) : t('map.removeLinkOthers', { word });
}

function reverse(doc: ReturnType<typeof useLive>['doc'], records: MapLink['records']) {
  const results = records.map(({ id }) => reverseInfluence(doc, id));
  return results.find(({ ok }) => !ok) ?? results[0];
}
