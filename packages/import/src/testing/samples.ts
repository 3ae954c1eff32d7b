import { readFileSync } from 'node:fs';
import type { BoardFile } from '@coherence/board';
import { readForeign, type Imported } from '../read-foreign.ts';

const FOLDER = new URL('../../../../e2e/samples/', import.meta.url);

export const SAMPLES = {
  published: '00-coherence-grid-published-sample.json',
  grid: '01-coherence-grid-tamarack.json',
  map: '02-problem-diagnosis-map-harlow-falls.json',
} as const;
export type SampleName = keyof typeof SAMPLES;

export function sampleText(name: SampleName): string {
  return readFileSync(new URL(SAMPLES[name], FOLDER), 'utf8');
}

const read = new Map<SampleName, Imported>();

/** A sample as it is read; read once, because the layout of a map takes its time. */
export function importedSample(name: SampleName): Imported {
  const known = read.get(name);
  if (known !== undefined) return known;
  const result = readForeign(sampleText(name));
  if (!result.ok) throw new Error(result.error.code);
  read.set(name, result.value);
  return result.value;
}

export function sampleFile(name: SampleName): BoardFile {
  return importedSample(name).file;
}
