import type { BoardFileInput } from '@coherence/board';
import { z } from 'zod';
import { headFields, headOf, idField, nameField, textField } from './fields.ts';
import type { Problem } from './failure.ts';
import { idsOf, openReferences } from './references.ts';

/** A problem diagnosis map as the samples write it: no positions. */
export const diagnosisMapSchema = z.object({
  schema: z.literal('sample/1'),
  kind: z.literal('problem-diagnosis-map'),
  ...headFields,
  clusters: z
    .array(z.object({ id: idField, label: textField }))
    .max(1000)
    .default([]),
  nodes: z
    .array(
      z.object({
        id: idField,
        kind: z.enum(['factor', 'outcome', 'option']),
        cluster: idField.nullish(),
        label: textField,
        note: textField.nullish(),
      }),
    )
    .max(500)
    .default([]),
  links: z
    .array(
      z.object({
        id: idField,
        from: idField,
        to: idField,
        polarity: z.enum(['+', '-', '?']),
        strength: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullish(),
        delay: z.boolean().nullish(),
        unit: idField.nullish(),
        note: textField.nullish(),
      }),
    )
    .max(3000)
    .default([]),
  namedLoops: z
    .array(
      z.object({
        id: idField,
        type: z.enum(['reinforcing', 'balancing']),
        name: nameField,
        nodes: z.array(idField).min(1).max(200),
        sentence: textField.nullish(),
      }),
    )
    .max(1000)
    .default([]),
});

type DiagnosisMap = z.output<typeof diagnosisMapSchema>;

/** Ids that occur twice, links that run to their own start, references that lead nowhere. */
export function checkDiagnosisMap(map: DiagnosisMap): readonly Problem[] {
  const { problems, expect, expectAll, unique } = openReferences();
  const selfLinks: Problem[] = [];
  const units = idsOf(map.units);
  const clusters = idsOf(map.clusters);
  const nodes = idsOf(map.nodes);
  for (const name of ['units', 'clusters', 'nodes', 'links', 'namedLoops'] as const) unique(map[name], name);
  map.nodes.forEach(({ cluster }, index) => expect(clusters, cluster, `nodes[${index}].cluster`, 'cluster'));
  map.links.forEach(({ from, to, unit }, index) => {
    expect(nodes, from, `links[${index}].from`, 'node');
    expect(nodes, to, `links[${index}].to`, 'node');
    expect(units, unit, `links[${index}].unit`, 'unit');
    if (from === to)
      selfLinks.push({ where: `links[${index}].to`, message: 'is the node the link starts from' });
  });
  map.namedLoops.forEach((loop, index) => expectAll(nodes, loop.nodes, `namedLoops[${index}].nodes`, 'node'));
  return [...problems, ...selfLinks];
}

/** Clusters become groups, options strategies, a link's unit its source, named loops accepted loops. */
export function diagnosisMapToBoard(map: DiagnosisMap, name: string): BoardFileInput {
  const factors = map.nodes.filter(({ kind }) => kind !== 'option');
  const options = map.nodes.filter(({ kind }) => kind === 'option');
  return {
    schema: 'coherence-board/1',
    ...headOf(map, name),
    groups: map.clusters.map(({ id, label }) => ({ id, text: label })),
    factors: factors.map(({ id, kind, label, cluster, note }, index) => ({
      id,
      text: label,
      kind: kind === 'outcome' ? 'outcome' : 'factor',
      group: cluster,
      no: index + 1,
      note,
    })),
    strategies: options.map(({ id, label, cluster, note }) => ({ id, text: label, group: cluster, note })),
    influences: map.links.map(({ unit, ...link }) => ({
      ...link,
      delay: link.delay ?? false,
      source: typeof unit === 'string' ? { kind: 'unit', id: unit } : null,
    })),
    loops: map.namedLoops.map(({ id, ...loop }) => ({ id, label: id, ...loop, accepted: true })),
  };
}
