import { day, declarationNumber, importing, lot, uscc } from '#testing';
import { firm } from '../cast.contract.js';
import { describeRule } from '../describe-rule.contract.js';
import rule from './imp-02.rule.js';

const E = uscc(1);
const declaration = declarationNumber(1, 'import');
const ION = { La: 28, Ce: 3, Pr: 6, Nd: 18, Sm: 5, Eu: 1, Gd: 6, Tb: 1, Dy: 4, Y: 28 };
const ROCK = { La: 33, Ce: 49, Pr: 4.5, Nd: 12.5, Sm: 1 };
const came = (massKg: number, given: object = {}) =>
  importing({
    enterprise: E,
    declaration,
    originCountry: 'US',
    occurredAt: day(40),
    yields: [lot({ lot: 'I', product: 'CON-BAS', massKg, assay: ROCK })],
    ...given,
  });
const paper = (given: object = {}) => ({
  number: declaration,
  direction: 'import',
  party: E,
  date: '2026-02-08',
  country: 'US',
  customs: '4220',
  lines: [{ hsCode: '2530902000', massKg: 10_000, valueUsd: 1 }],
  ...given,
});
const at = (event: ReturnType<typeof came>, papers: object[] = [paper()]) => ({
  events: [event],
  registry: { enterprises: [firm(E, 'importer')], 'customs-declarations': papers } as never,
});

describeRule(rule, {
  fires: [
    { name: 'it is a tenth more than declared', ...at(came(11_000)), finds: [{ enterprise: E }] },
    { name: 'it is from another country', ...at(came(10_000, { originCountry: 'AU' })), finds: [{ enterprise: E }] },
    {
      name: 'the code is of lanthanum oxide',
      ...at(came(10_000), [paper({ lines: [{ hsCode: '2846901200', massKg: 10_000, valueUsd: 1 }] })]),
      finds: [{ enterprise: E }],
    },
    {
      name: 'ion clay comes from America',
      ...at(came(10_000, { yields: [lot({ lot: 'I', product: 'CON-BAS', massKg: 10_000, assay: ION })] })),
      finds: [{ enterprise: E, severity: 'S2' }],
    },
  ],
  quiet: [
    { name: 'it is as declared', ...at(came(10_000)) },
    {
      name: 'the country’s deposits are not known',
      ...at(
        came(10_000, {
          originCountry: 'VN',
          yields: [lot({ lot: 'I', product: 'CON-BAS', massKg: 10_000, assay: ION })],
        }),
        [paper({ country: 'VN' })],
      ),
    },
    { name: 'customs do not know the declaration', ...at(came(11_000), []) },
  ],
  near: [{ name: 'it is over by just 0.5 %', ...at(came(10_050)) }],
});
