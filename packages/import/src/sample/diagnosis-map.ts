import { NODE_KIND, type BoardFileInput, type NodeKind } from '@coherence/board';
import * as z from 'zod/mini';
import { problem, type Problem } from '../refusal/failure.ts';
import { idsOf, openReferences } from '../refusal/references.ts';
import { headFields, headOf, idField, listOf, nameField, textField } from './fields.ts';

/** A problem diagnosis map as the samples write it: no positions. */
export const diagnosisMapSchema = z.object({
  schema: z.literal('sample/1'),
  kind: z.literal('problem-diagnosis-map'),
  ...headFields,
  clusters: listOf(z.object({ id: idField, label: textField }), 1000),
  nodes: listOf(
    z.object({
      id: idField,
      kind: z.enum(['factor', 'outcome', 'option']),
      cluster: z.nullish(idField),
      label: textField,
      note: z.nullish(textField),
    }),
    500,
  ),
  links: listOf(
    z.object({
      id: idField,
      from: idField,
      to: idField,
      polarity: z.enum(['+', '-', '?']),
      strength: z.nullish(z.union([z.literal(1), z.literal(2), z.literal(3)])),
      delay: z.nullish(z.boolean()),
      unit: z.nullish(idField),
      note: z.nullish(textField),
    }),
    3000,
  ),
  namedLoops: listOf(
    z.object({
      id: idField,
      type: z.enum(['reinforcing', 'balancing']),
      name: nameField,
      nodes: z.array(idField).check(z.minLength(1), z.maxLength(200)),
      sentence: z.nullish(textField),
    }),
    1000,
  ),
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
    if (from === to) selfLinks.push(problem(`links[${index}].to`, 'link-to-itself'));
  });
  map.namedLoops.forEach((loop, index) => expectAll(nodes, loop.nodes, `namedLoops[${index}].nodes`, 'node'));
  return [...problems, ...selfLinks];
}

/** The kind of node that each kind of the file becomes. */
const BECOMES = {
  factor: 'issue',
  outcome: 'outcome',
  option: 'strategy',
} as const satisfies Record<DiagnosisMap['nodes'][number]['kind'], NodeKind>;

/** Clusters become groups, options strategies, a link's unit its source, named loops accepted loops. */
export function diagnosisMapToBoard(map: DiagnosisMap, name: string): BoardFileInput {
  const nodes = map.nodes.map((node) => ({ ...node, made: NODE_KIND[BECOMES[node.kind]] }));
  const factors = nodes.flatMap(({ made, ...node }) =>
    made.root === 'factors' ? [{ ...node, kind: made.factor }] : [],
  );
  const options = nodes.filter(({ made }) => made.root === 'strategies');
  return {
    schema: 'coherence-board/1',
    ...headOf(map, name),
    groups: map.clusters.map(({ id, label }) => ({ id, text: label })),
    factors: factors.map(({ id, kind, label, cluster, note }, index) => ({
      id,
      text: label,
      kind,
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
