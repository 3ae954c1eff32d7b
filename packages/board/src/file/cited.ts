import type { BoardFile } from './board-file.ts';

/**
 * A file without references to what is not in it: what a person removed stays cited on the board, so that undo
 * brings everything back, but a file has no undo. Influences, tensions and loops that lose what they are about go;
 * everything else only loses the citation.
 */
export function onlyCited(file: BoardFile): BoardFile {
  const has = (list: readonly { readonly id: string }[]) => {
    const ids = new Set(list.map(({ id }) => id));
    return (id: string) => ids.has(id);
  };
  const unit = has(file.units);
  const group = has(file.groups);
  const factor = has([...file.factors, ...file.merged]);
  const strategy = has(file.strategies);
  const need = has(file.needs);
  const asset = has(file.assets);
  const node = (id: string) => factor(id) || strategy(id);
  const orNull = (known: (id: string) => boolean, id: string | null) =>
    id !== null && known(id) ? id : null;
  const ofFactor = (record: BoardFile['factors'][number]) => ({
    ...record,
    into: orNull(factor, record.into),
    group: orNull(group, record.group),
    sources: citedSources(record.sources, unit),
  });
  return {
    ...file,
    factors: file.factors.map(ofFactor),
    merged: file.merged.map(ofFactor),
    influences: file.influences
      .filter(({ from, to }) => node(from) && node(to))
      .map((record) =>
        record.source?.kind === 'unit' && !unit(record.source.id) ? { ...record, source: null } : record,
      ),
    tensions: file.tensions.filter(
      ({ interfering, integrative }) => factor(interfering) && factor(integrative),
    ),
    loops: file.loops.filter(({ nodes }) => nodes.every(node)),
    needs: file.needs.map((record) => ({ ...record, factors: record.factors.filter(factor) })),
    assets: file.assets.map((record) => ({
      ...record,
      unit: orNull(unit, record.unit),
      factors: record.factors.filter(factor),
    })),
    strategies: file.strategies.map((record) => ({
      ...record,
      group: orNull(group, record.group),
      needs: record.needs.filter(need),
      assets: record.assets.filter(asset),
    })),
    actions: file.actions.map((record) => ({ ...record, strategy: orNull(strategy, record.strategy) })),
  };
}

type Sources = BoardFile['factors'][number]['sources'];

/** A source whose unit is gone keeps its words; one without words says nothing any more. */
function citedSources(sources: Sources, unit: (id: string) => boolean): Sources {
  const kept = Object.entries(sources).flatMap(([key, source]) => {
    if (source.unit === null || unit(source.unit)) return [[key, source] as const];
    return source.words === null ? [] : [[key, { ...source, unit: null }] as const];
  });
  return Object.fromEntries(kept);
}
