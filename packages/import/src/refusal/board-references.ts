import type { BoardFile } from '@coherence/board';
import { problem, type Problem } from './failure.ts';
import { openReferences, idsOf } from './references.ts';

/** What is wrong between the records of a board file: ids that occur twice, references to what is not there. */
export function boardReferences(file: BoardFile): readonly Problem[] {
  const { problems, expect, expectAll, unique } = openReferences();
  const units = idsOf(file.units);
  const factors = new Set([...idsOf(file.factors), ...idsOf(file.merged)]);
  const plain = idsOf(file.factors);
  const groups = idsOf(file.groups);
  const needs = idsOf(file.needs);
  const assets = idsOf(file.assets);
  const strategies = idsOf(file.strategies);
  const nodes = new Set([...factors, ...strategies]);
  for (const [name, list] of Object.entries(file)) if (Array.isArray(list)) unique(list, name);
  file.strategies.forEach(({ id }, index) => {
    if (factors.has(id)) problems.push(problem(`strategies[${index}].id`, 'factor-already'));
  });

  for (const list of ['factors', 'merged'] as const) {
    file[list].forEach(({ id, into, group, sources }, index) => {
      const where = `${list}[${index}]`;
      expect(factors, into, `${where}.into`, 'factor');
      expect(groups, group, `${where}.group`, 'group');
      for (const [key, { unit }] of Object.entries(sources)) {
        expect(units, unit, `${where}.sources.${key}.unit`, 'unit');
      }
      if (list === 'merged' && into === null) problems.push(problem(`${where}.into`, 'missing'));
      if (list === 'merged' && plain.has(id)) problems.push(problem(`${where}.id`, 'factor-already'));
    });
  }
  file.influences.forEach(({ from, to, source }, index) => {
    expect(nodes, from, `influences[${index}].from`, 'factorOrStrategy');
    expect(nodes, to, `influences[${index}].to`, 'factorOrStrategy');
    if (source?.kind === 'unit') expect(units, source.id, `influences[${index}].source.id`, 'unit');
  });
  file.tensions.forEach(({ interfering, integrative }, index) => {
    expect(factors, interfering, `tensions[${index}].interfering`, 'factor');
    expect(factors, integrative, `tensions[${index}].integrative`, 'factor');
  });
  file.loops.forEach((loop, index) =>
    expectAll(nodes, loop.nodes, `loops[${index}].nodes`, 'factorOrStrategy'),
  );
  file.needs.forEach((need, index) => expectAll(factors, need.factors, `needs[${index}].factors`, 'factor'));
  file.assets.forEach((asset, index) => {
    expect(units, asset.unit, `assets[${index}].unit`, 'unit');
    expectAll(factors, asset.factors, `assets[${index}].factors`, 'factor');
  });
  file.strategies.forEach((strategy, index) => {
    expect(groups, strategy.group, `strategies[${index}].group`, 'group');
    expectAll(needs, strategy.needs, `strategies[${index}].needs`, 'need');
    expectAll(assets, strategy.assets, `strategies[${index}].assets`, 'asset');
  });
  file.actions.forEach(({ strategy }, index) =>
    expect(strategies, strategy, `actions[${index}].strategy`, 'strategy'),
  );
  return problems;
}
