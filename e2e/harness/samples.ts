import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(`../samples/${name}.json`, import.meta.url), 'utf8');

/** The filled grid of a department: 50 factors named by 5 units. */
export const GRID_SAMPLE = { name: 'tamarack.json', text: read('01-coherence-grid-tamarack') } as const;

/** The map of a district: 37 nodes, 68 links, 6 clusters. */
export const MAP_SAMPLE = {
  name: 'harlow-falls.json',
  text: read('02-problem-diagnosis-map-harlow-falls'),
} as const;
