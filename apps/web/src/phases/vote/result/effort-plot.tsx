import type { VoteResult } from '@coherence/board';
import { t } from '@coherence/words';
import { PagedRows } from './paged-rows.tsx';
import { plotPlaces, type PlotPoint } from './plot-places.ts';
import { ResultTable } from './result-table.tsx';
import { itemWords, meanWords } from './result-words.ts';

const ROOM = { width: 520, height: 400, radius: 18 };

type EffortPlotProps = {
  result: VoteResult;
  page: number | null;
  onPages: ((pages: number) => void) | undefined;
};

/** Two ratings against each other: numbered points between quadrants that are named in words, and the same as a list. */
export function EffortPlot({ result, page, onPages }: EffortPlotProps) {
  const { items, questions } = result;
  const [first = '', second = ''] = questions;
  const points = items.flatMap(({ means: [up = null, right = null] }, index): readonly PlotPoint[] =>
    up === null || right === null ? [] : [{ number: index + 1, up, right }],
  );
  const places = plotPlaces(points, ROOM);
  const names = { first: first.toLowerCase(), second: second.toLowerCase() };
  return (
    <div className="plot-and-list">
      <figure className="plot">
        <svg
          viewBox={`-42 -10 ${ROOM.width + 52} ${ROOM.height + 54}`}
          role="img"
          aria-label={t('vote.plot', { first, second })}
        >
          <rect width={ROOM.width} height={ROOM.height} className="plot-ground" />
          <path
            d={`M${ROOM.width / 2} 0V${ROOM.height}M0 ${ROOM.height / 2}H${ROOM.width}`}
            className="plot-cross"
          />
          <g className="plot-quadrants">
            <text x={10} y={26}>
              {t('vote.highLow', names)}
            </text>
            <text x={ROOM.width - 10} y={26} textAnchor="end">
              {t('vote.highHigh', names)}
            </text>
            <text x={10} y={ROOM.height - 10}>
              {t('vote.lowLow', names)}
            </text>
            <text x={ROOM.width - 10} y={ROOM.height - 10} textAnchor="end">
              {t('vote.lowHigh', names)}
            </text>
          </g>
          <g className="plot-axes">
            <text x={ROOM.width / 2} y={ROOM.height + 30} textAnchor="middle">
              {second}
            </text>
            <text x={0} y={ROOM.height + 30}>
              1
            </text>
            <text x={ROOM.width} y={ROOM.height + 30} textAnchor="end">
              5
            </text>
            <text transform={`translate(-12 ${ROOM.height / 2}) rotate(-90)`} textAnchor="middle">
              {first}
            </text>
            <text x={-12} y={ROOM.height} textAnchor="end">
              1
            </text>
            <text x={-12} y={14} textAnchor="end">
              5
            </text>
          </g>
          {places.map(({ number, x, y }) => (
            <g key={number} className="plot-point">
              <circle cx={x} cy={y} r={ROOM.radius - 1} />
              <text x={x} y={y} dy="0.35em" textAnchor="middle">
                {number}
              </text>
            </g>
          ))}
        </svg>
      </figure>
      {page === null ? (
        <ResultTable result={result} />
      ) : (
        <PagedRows className="plot-list" page={page} onPages={onPages}>
          {items.map((item, index) => (
            <li key={item.id} className="plot-row">
              <span className="plot-number">{index + 1}</span>
              <span dir="auto" className="bar-words">
                {itemWords(item)}
              </span>
              <span className="bar-share">
                {item.means.map((mean, at) => `${questions[at] ?? ''} ${meanWords(mean)}`).join(' · ')}
              </span>
            </li>
          ))}
        </PagedRows>
      )}
    </div>
  );
}
