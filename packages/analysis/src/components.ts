import type { Adjacency } from './graph.ts';

/**
 * Strongly connected components with more than one node, each sorted, largest first: the places where circles can
 * be. Tarjan 1972, without recursion.
 */
export function components({ next }: Adjacency): number[][] {
  const order = next.map(() => -1);
  const low = next.map(() => -1);
  const onStack = next.map(() => false);
  const stack: number[] = [];
  const found: number[][] = [];
  let counter = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = counter;
    counter += 1;
    stack.push(node);
    onStack[node] = true;
  };
  const lower = (node: number, value: number | undefined): void => {
    low[node] = Math.min(low[node] ?? 0, value ?? 0);
  };
  const close = (node: number): void => {
    const component: number[] = [];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      onStack[top] = false;
      component.push(top);
      if (top === node) break;
    }
    if (component.length > 1) found.push(component.sort((a, b) => a - b));
  };

  for (let root = 0; root < next.length; root += 1) {
    if (order[root] !== -1) continue;
    const path = [{ node: root, at: 0 }];
    enter(root);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { node } = frame;
      const neighbour = next[node]?.[frame.at];
      frame.at += 1;
      if (neighbour === undefined) {
        path.pop();
        const parent = path.at(-1)?.node;
        if (parent !== undefined) lower(parent, low[node]);
        if (low[node] === order[node]) close(node);
      } else if (order[neighbour] === -1) {
        enter(neighbour);
        path.push({ node: neighbour, at: 0 });
      } else if (onStack[neighbour] === true) lower(node, order[neighbour]);
    }
  }
  return found.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
