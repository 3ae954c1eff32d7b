export { agreedLinks, type Agreed } from './agreed.ts';
export { busiest, endsOf, type Ends } from './ends.ts';
export { adjacencyOf, type Adjacency, type Graph, type Link, type Polarity } from './graph.ts';
export { findLoops, type FoundLoop, type LoopSearch } from './loops.ts';
export { likenessOf, type Alike, type Likeness, type Worded } from './likeness.ts';
