import type { RegistryItems } from '../contract.js';
import { enterprise, importDeclaration, licence, registry, site } from './build.js';
import { declarationNumber, licenceNumber, uscc } from './codes.js';

/** The invented enterprises of random histories. */
export const PARTIES = [
  enterprise(uscc(101, '150200'), ['mine']),
  enterprise(uscc(102, '360700'), ['mine', 'recovery']),
  enterprise(uscc(103, '150200'), ['smelter']),
  enterprise(uscc(104, '360700'), ['smelter']),
  enterprise(uscc(105, '330200'), ['recycler']),
  enterprise(uscc(106, '360700'), ['metal']),
  enterprise(uscc(107, '440300'), ['trader', 'importer']),
  enterprise(uscc(108, '310000'), ['exporter']),
];

export const USCCS = PARTIES.map(party => party.uscc);

const [NORTH_MINE, SOUTH_MINE] = [USCCS[0]!, USCCS[1]!];

export const sitesOf = (owner: string): string[] => [1, 2].map(n => `S${USCCS.indexOf(owner) + 1}-${n}`);

/** Valid, held by another with a contractor, revoked, run out during the history, two of other kinds, two unknown. */
export const LICENCES = [1, 2, 3, 4, 5, 6, 7, 8].map(licenceNumber);

const PERMITS = [
  licence(LICENCES[0]!, NORTH_MINE),
  licence(LICENCES[1]!, SOUTH_MINE, { contractors: [NORTH_MINE] }),
  licence(LICENCES[2]!, SOUTH_MINE, { status: 'revoked' }),
  licence(LICENCES[3]!, NORTH_MINE, { to: '2026-01-20' }),
  licence(LICENCES[4]!, SOUTH_MINE, { kind: 'recovery-approval' }),
  licence(LICENCES[5]!, SOUTH_MINE, { kind: 'exploration-licence' }),
];

/**
 * What a random history presupposes. Declarations are told apart by `salt`, as the mass that all imports cite counts;
 * permits and enterprises are the same for every salt.
 */
export const world = (salt: number): RegistryItems =>
  registry({
    enterprises: PARTIES,
    sites: USCCS.flatMap(owner => sitesOf(owner).map(code => site(code, owner))),
    permits: PERMITS,
    customsDeclarations: importNumbers(salt)
      .slice(0, 3)
      .map((number, index) =>
        importDeclaration(number, USCCS[6]!, {
          lines: [{ hsCode: '2846901999', massKg: 15_000, valueUsd: 240_000 }],
          ...(index === 2 && { direction: 'export' }),
        }),
      ),
  });

/** Two that fit, one of the wrong direction, one that no registry knows. */
export const importNumbers = (salt: number): string[] =>
  [1, 2, 3, 4].map(n => declarationNumber(salt * 10 + n, 'import'));

export const exportNumbers = (salt: number): string[] =>
  [1, 2, 3, 4, 5].map(n => declarationNumber(salt * 10 + n, 'export'));
