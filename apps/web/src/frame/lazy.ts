import type { Section } from '@coherence/words/browser';
import { withWords } from '@coherence/words/browser';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { retryLoad, listenForLostStyles } from '../ui/load/retry-load.ts';

/**
 * A component that is loaded when it is first shown, together with the sections of words that it and all it imports
 * say; it comes over a network that fails now and then. `name`: under which its module exports it.
 */
export function lazyPart<Name extends string, Part extends Readonly<Record<Name, ComponentType<never>>>>(
  load: () => Promise<Part>,
  name: Name,
  sections: readonly Section[] = [],
): LazyPart<PropsOf<Part[Name]>> {
  const loadPart = async () => {
    const part = await withWords(load, sections);
    return { default: part[name] as ComponentType<PropsOf<Part[Name]>> };
  };
  const Part = lazy(() => {
    listenForLostStyles();
    return retryLoad(loadPart);
  });
  return Object.assign(Part, { preload: loadPart });
}

export type LazyPart<Props> = LazyExoticComponent<ComponentType<Props>> & {
  /** Fetches the part before it is shown. Rejects where it does not come; showing the part asks again. */
  preload(): Promise<unknown>;
};

type PropsOf<Part> = Part extends ComponentType<infer Props> ? Props : never;
