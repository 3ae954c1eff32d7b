export { agreedLinks, type Agreed } from './agreed.ts';
export { components } from './components.ts';
export { busiest, endsOf, type Ends } from './ends.ts';
export { adjacencyOf, type Adjacency, type Graph, type Link, type Sign } from './graph.ts';
export { findLoops, LOOP_LIMITS, type FoundLoop, type LoopSearch } from './loops.ts';
export { likenessOf, LOOKS_LIKE, type Alike, type Likeness, type Worded } from './likeness.ts';
