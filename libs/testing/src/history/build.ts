import type {
  Correction, CustomsDeclarationItem, Dispatch, EnterpriseItem, Export, Import, LotDeclaration, Mining, OpeningStock,
  PermitItem, Processing, Receipt, RegistryItems, Replacement, ScrapIntake, SiteItem, Stocktake, UndispatchedReceipt,
} from '../contract.js'; // prettier-ignore
import { day, declarationNumber, licenceNumber, uscc, uuidOf } from './codes.js';

/** An event without the fields that its builder knows by itself. */
type Given<T, Needed extends keyof T = never> = Partial<Omit<T, 'type'>> & Pick<T, Needed>;

/** Gives an event the id that follows from its content, unless it has one: equal events have equal ids. */
const identified = <T extends { readonly id?: string }>(event: T): T & { readonly id: string } => ({
  ...event,
  id: event.id ?? uuidOf(event),
});

const common = { enterprise: uscc(1), occurredAt: day(0) };

/** Ten tonnes of bastnaesite concentrate, unless said otherwise. */
export const lot = (given: Partial<LotDeclaration> = {}): LotDeclaration => ({
  lot: 'L1',
  product: 'CON-BAS',
  massKg: 10_000,
  ...(given.metalPercent === undefined && { reoPercent: 60 }),
  ...given,
});

export const mining = (given: Given<Mining> = {}): Mining =>
  identified({ ...common, type: 'mining' as const, licence: licenceNumber(1), yields: [lot()], ...given });

export const importing = (given: Given<Import> = {}): Import => {
  const declaration = declarationNumber(1, 'import');
  const yields = [lot({ product: 'ENR-IMP', reoPercent: 92 })];
  return identified({ ...common, type: 'import' as const, declaration, originCountry: 'MM', yields, ...given });
};

export const scrapIntake = (given: Given<ScrapIntake> = {}): ScrapIntake => {
  const supplier = { name: '示例磁材有限公司', uscc: uscc(900, '330200') };
  const yields = [lot({ product: 'SCR-NdFeB-B', metalPercent: 30 })];
  return identified({ ...common, type: 'scrap-intake' as const, supplier, yields, ...given });
};

export const openingStock = (given: Given<OpeningStock> = {}): OpeningStock =>
  identified({ ...common, type: 'opening-stock' as const, yields: [lot()], ...given });

/** A run whose draws and yields must be told. `from` is when it ended, unless told. */
export const processing = (given: Given<Processing, 'draws' | 'yields'>): Processing => {
  const occurredAt = given.occurredAt ?? day(1);
  const from = given.from ?? occurredAt;
  return identified({ ...common, type: 'processing' as const, process: 'SEPARATION', ...given, occurredAt, from });
};

export const dispatch = (given: Given<Dispatch, 'draws'>): Dispatch =>
  identified({ ...common, type: 'dispatch' as const, to: uscc(2), occurredAt: day(2), ...given });

/** Accepts a dispatch as its addressee, as weighed by the sender. */
export const receipt = (sent: Dispatch, given: Given<Receipt> = {}): Receipt => {
  const facts = { enterprise: sent.to, occurredAt: sent.occurredAt, dispatch: sent.id, outcome: 'accepted' as const };
  return identified({ type: 'receipt' as const, ...facts, ...given });
};

export const undispatchedReceipt = (given: Given<UndispatchedReceipt> = {}): UndispatchedReceipt =>
  identified({ ...common, type: 'receipt' as const, from: { name: '无名贸易商行' }, yields: [lot()], ...given });

export const exporting = (given: Given<Export, 'items'>): Export => {
  const facts = { declaration: declarationNumber(1, 'export'), destination: 'JP', occurredAt: day(9) };
  return identified({ ...common, type: 'export' as const, ...facts, ...given });
};

export const stocktake = (given: Given<Stocktake, 'counts'>): Stocktake =>
  identified({ ...common, type: 'stocktake' as const, occurredAt: day(5), ...given });

/** Takes an event back, or puts another version in its place. */
export const correction = (
  corrected: { readonly id: string; readonly enterprise: string },
  replacement?: Replacement & { readonly id?: string },
  given: Given<Correction> = {},
): Correction => {
  const { id: _, ...content } = replacement ?? {};
  const { id: corrects, enterprise } = corrected;
  const facts = { type: 'correction' as const, enterprise, occurredAt: day(10), corrects, reason: '录入错误' };
  return identified({ ...facts, ...(replacement && { replacement: content as Replacement }), ...given });
};

const supplied = { source: 'test' };

export const enterprise = (
  code: string,
  kinds: readonly string[],
  given: Partial<EnterpriseItem> = {},
): EnterpriseItem => ({
  ...supplied,
  uscc: code,
  name: `示例企业${code.slice(10, 16)}`,
  kinds,
  region: code.slice(2, 8),
  ...given,
});

export const site = (code: string, owner: string, given: Partial<SiteItem> = {}): SiteItem => ({
  ...supplied,
  code,
  enterprise: owner,
  kind: 'plant',
  region: owner.slice(2, 8),
  ...given,
});

/** A mining licence valid from 2020 to 2030. */
export const licence = (number: string, holder: string, given: Partial<PermitItem> = {}): PermitItem => ({
  ...supplied,
  kind: 'mining-licence',
  number,
  holder,
  issuer: '自然资源主管部门',
  from: '2020-01-01',
  to: '2030-12-31',
  status: 'valid',
  ...given,
});

/** An import declaration of ten tonnes of mixed oxide. */
export const importDeclaration = (
  number: string,
  party: string,
  given: Partial<CustomsDeclarationItem> = {},
): CustomsDeclarationItem => ({
  ...supplied,
  number,
  direction: 'import',
  party,
  date: '2026-01-01',
  country: 'MM',
  customs: number.slice(0, 4),
  lines: [{ hsCode: '2846901999', massKg: 10_000, valueUsd: 180_000 }],
  ...given,
});

export const registry = (items: Partial<RegistryItems> = {}): RegistryItems => ({
  enterprises: [],
  sites: [],
  permits: [],
  customsDeclarations: [],
  ...items,
});
