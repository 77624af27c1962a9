export type * from './contract.js';
export { freshDatabase } from './fresh-database.js';
export type { FreshDatabase } from './fresh-database.js';
export { MemoryDictionary } from './memory-dictionary.js';
export { Remembered } from './remembered.js';
export { rounds } from './rounds.js';
export { oracleBooks, storedBooks, storedHoldings } from './stored-books.js';
export type { StoredHolding } from './stored-books.js';
export { storedShares, storedSourceNames, wrongOrigins } from './stored-origins.js';
export type { SourceNames } from './stored-origins.js';
export { TestLots, TestProcess, TESTER } from './test-lots.js';
export { day, declarationNumber, hour, licenceNumber, uscc, uuid, uuidOf } from './history/codes.js';
export {
  correction, dispatch, enterprise, exporting, importDeclaration, importing, licence, lot, mining, openingStock,
  processing, receipt, registry, scrapIntake, site, stocktake, undispatchedReceipt,
} from './history/build.js'; // prettier-ignore
export { Dice } from './history/dice.js';
export { registryChange } from './history/registry-changes.js';
export { LATTICE_DECLARATION, diamondLattice, wideBlend } from './history/lattice.js';
export { EXAMPLE_DECLARATION, workedExample } from './history/worked-example.js';
export { histories, play, seededHistory } from './history/random.js';
export type { PlayOptions, Step } from './history/random.js';
export { recorded } from './history/recorded.js';
export { Oracle } from './oracle/oracle.js';
export type { OracleAnswer } from './oracle/oracle.js';
export type { OracleOrigin } from './oracle/origin-list.js';
export { Rational } from './oracle/rational.js';
