import type { CustomsDeclarationItem, EnterpriseItem, PermitItem, RegistryItems } from '../contract.js';
import { importDeclaration, licence } from './build.js';
import { hour } from './codes.js';
import type { Dice } from './dice.js';
import { importNumbers, LICENCES, PARTIES, USCCS } from './world.js';

/**
 * Something else that the registry of a random history says of papers and enterprises, for some stretch of the
 * history's time. `known` is what it says already; papers it does not know yet are stated for all time.
 */
export function registryChange(dice: Dice, salt: number, known: RegistryItems): Partial<RegistryItems> {
  const change = dice.pick([permitChange, permitChange, declarationChange, declarationChange, enterpriseChange]);
  return change(dice, salt, known);
}

function permitChange(dice: Dice, _salt: number, { permits }: RegistryItems): Partial<RegistryItems> {
  const number = dice.pick(LICENCES);
  const before = permits.findLast(permit => permit.number === number);
  const { validFrom: _, validTo: __, ...facts } = before ?? licence(number, USCCS[0]!);
  const item: PermitItem = { ...facts, ...(before && stretch(dice)), ...dice.pick(permitFacts(dice)) };
  return { permits: [item] };
}

const permitFacts = (dice: Dice): Partial<PermitItem>[] => [
  { status: 'revoked' },
  { status: 'suspended' },
  { status: 'valid', holder: dice.pick(USCCS.slice(0, 2)) },
  { contractors: dice.some(USCCS.slice(0, 2), 1) },
  { from: hour(-500).slice(0, 10) },
  { to: hour(dice.between(0, 300)).slice(0, 10), status: 'valid' },
];

function declarationChange(dice: Dice, salt: number, known: RegistryItems): Partial<RegistryItems> {
  const number = dice.pick(importNumbers(salt));
  const before = known.customsDeclarations.findLast(each => each.number === number);
  const { validFrom: _, validTo: __, ...facts } = before ?? importDeclaration(number, USCCS[6]!);
  const line = { hsCode: dice.pick(['2846901999', '2530902000', '7204290000']), valueUsd: 1, massKg: dice.between(1, 60_000) }; // prettier-ignore
  const changed: Partial<CustomsDeclarationItem>[] = [
    { lines: [line] },
    { lines: [line, { ...line, massKg: 100_000 }] },
    { party: dice.pick(USCCS) },
    { direction: 'import', party: USCCS[6]! },
  ];
  return { customsDeclarations: [{ ...facts, ...(before && stretch(dice)), ...dice.pick(changed) }] };
}

function enterpriseChange(dice: Dice): Partial<RegistryItems> {
  const party = dice.pick(PARTIES);
  const kinds = dice.chance(0.5) ? ['recycler', 'trader'] : ['other'];
  const item: EnterpriseItem = { ...party, ...stretch(dice), kinds };
  return { enterprises: [item] };
}

/** Some of the time in which random histories play, or all from some instant on. */
function stretch(dice: Dice): { validFrom: string; validTo?: string } {
  const from = dice.between(-1_100, 250);
  return { validFrom: hour(from), ...(dice.chance(0.5) && { validTo: hour(from + dice.between(1, 600)) }) };
}
