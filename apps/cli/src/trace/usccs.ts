import type { ProvenanceAnswer } from './answer.js';

/** The enterprises an answer names, those of the sources first. */
export function usccsIn({ origins, unexplained, findings, graph }: ProvenanceAnswer): string[] {
  const named = [
    ...origins.map(({ source }) => source.enterprise),
    ...unexplained.introducedBy.map(({ enterprise }) => enterprise),
    ...findings.map(({ enterprise }) => enterprise),
    ...graph.nodes.map(({ enterprise }) => enterprise),
  ];
  return [...new Set(named.filter(uscc => uscc !== undefined))];
}
