import { expect, test } from '@jest/globals';
import type { Graph, GraphEdge, GraphNode } from './answer.js';
import { wayOf, type Branch, type Top } from './way.js';

const at = '2026-01-01T00:00:00+08:00';
const event = (id: string, type: string): GraphNode => ({ id, kind: 'event', label: type, type, at });
const holding = (id: string, lot = id): GraphNode => ({ id, kind: 'holding', label: lot, lot, declaredBy: 'X' });
const edge = (from: string, to: string, massKg = 1): GraphEdge => ({ from, to, massKg, reoKg: massKg, at });

function graph(nodes: readonly GraphNode[], edges: readonly GraphEdge[], truncated = false): Graph {
  const shown = { nodes: nodes.length, edges: edges.length };
  return { nodes, edges, shown, total: shown, truncated };
}

const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0]!;
};

function all(tops: readonly Top[]): Branch[] {
  const under = (branch: Branch): Branch[] => [branch, ...branch.drew.flatMap(under)];
  return tops.flatMap(top => ('event' in top ? top.drew.flatMap(under) : under(top)));
}

test('a lot as subject stands at the top with its mass when made', () => {
  const branch = only(wayOf(graph([holding('lot'), event('mine', 'mining')], [edge('mine', 'lot', 7)]))) as Branch;
  expect(branch).toMatchObject({ lot: { id: 'lot' }, massKg: 7, drew: [] });
  expect(branch.steps.map(({ id }) => id)).toEqual(['mine']);
  expect(branch.end).toBeUndefined();
});

test('a transfer of two lots leads each lot back to itself only', () => {
  const nodes = [
    event('out', 'export'), holding('a2', 'a'), holding('b2', 'b'), event('sent', 'dispatch'), holding('a'), holding('b'),
    event('mineA', 'mining'), event('mineB', 'mining'),
  ]; // prettier-ignore
  const edges = [
    edge('a2', 'out'), edge('b2', 'out'), edge('sent', 'a2'), edge('sent', 'b2'), edge('a', 'sent'), edge('b', 'sent'),
    edge('mineA', 'a'), edge('mineB', 'b'),
  ]; // prettier-ignore
  const top = only(wayOf(graph(nodes, edges))) as { drew: readonly Branch[] };
  expect(top.drew.map(({ steps }) => steps.map(({ id }) => id))).toEqual([
    ['sent', 'mineA'],
    ['sent', 'mineB'],
  ]);
});

test('a count that joins two holdings of a lot opens both', () => {
  const nodes = [holding('c', 'a'), event('count', 'stocktake'), holding('a1', 'a'), holding('a2', 'a'), event('run', 'processing')];
  const edges = [edge('count', 'c'), edge('a1', 'count'), edge('a2', 'count'), edge('run', 'a1'), edge('run', 'a2')];
  const branch = only(wayOf(graph(nodes, edges))) as Branch;
  expect(branch.drew.map(({ lot }) => lot.id)).toEqual(['a1', 'a2']);
}); // prettier-ignore

test('where the graph was cut, the way ends with a word', () => {
  const top = wayOf(graph([event('out', 'export'), holding('a')], [edge('a', 'out')], true));
  expect(all(top).map(({ end }) => end)).toEqual(['cut']);
});

test('a lattice of 10^40 paths is opened node by node', () => {
  const [width, depth] = [10, 40];
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (let level = 0; level < depth; level++) {
    for (let column = 0; column < width; column++) {
      nodes.push(event(`e${level}.${column}`, level === depth - 1 ? 'mining' : 'processing'));
      const above = level === 0 ? 0 : width;
      for (let into = 0; into < above; into++) {
        nodes.push(holding(`h${level}.${column}.${into}`));
        edges.push(edge(`e${level}.${column}`, `h${level}.${column}.${into}`));
        edges.push(edge(`h${level}.${column}.${into}`, `e${level - 1}.${into}`));
      }
    }
  }
  const branches = all(wayOf(graph(nodes, edges)));
  expect(branches.length).toBe(width * width * (depth - 1));
  const opened = branches.filter(({ drew }) => drew.length > 0).length;
  expect(opened).toBe(width * (depth - 2));
});
