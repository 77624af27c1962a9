import { Type } from '@sinclair/typebox';
import { kind } from './common.js';
import { code, country, declaration, instant, oneOf, region, text, uscc, uuid } from './fields.js';
import {
  CountSchema, DispatchDrawSchema, ExportItemSchema, LossSchema, LotDeclarationSchema, LotDrawSchema, MAX_DRAWS,
  MAX_YIELDS, ReceiptItemSchema, party,
} from './lots.js'; // prettier-ignore

const rootYields = Type.Array(LotDeclarationSchema, { minItems: 1, atMost: MAX_YIELDS, description: 'The new lots' });

export const mining = kind(
  'mining',
  {
    licence: code('Mining-licence number; recovery approvals and exploration licences are taken and screened', 'C3600002011035110012345'),
    yields: rootYields,
    location: Type.Optional(
      Type.Object(
        {
          lat: Type.Number({ minimum: -90, maximum: 90, description: 'Latitude, CGCS2000; degrees', examples: [24.91] }),
          lon: Type.Number({ minimum: -180, maximum: 180, description: 'Longitude, CGCS2000; degrees', examples: [114.79] }),
        },
        { title: 'Location', additionalProperties: false, description: 'Where it was mined' },
      ),
    ),
    from: Type.Optional(instant('Begin of the period')),
  },
  { title: 'MiningEvent', description: 'New holdings from the source (licence, year)' },
); // prettier-ignore

export const importing = kind(
  'import',
  {
    declaration: declaration('Number of the import declaration, 18 digits'),
    originCountry: country('Country of origin, ISO 3166-1'),
    yields: rootYields,
  },
  { title: 'ImportEvent', description: 'New holdings from the source (declaration)' },
);

export const scrapIntake = kind(
  'scrap-intake',
  { supplier: party('Who delivered the scrap'), yields: rootYields },
  { title: 'ScrapIntakeEvent', description: 'New holdings of scrap from the source (supplier, year)' },
);

export const openingStock = kind(
  'opening-stock',
  { yields: rootYields, statedOrigin: Type.Optional(text('Where the enterprise says it is from', 2_000)) },
  { title: 'OpeningStockEvent', description: 'Stock at the start: source (enterprise, opening stock), origin not verified' },
); // prettier-ignore

export const processing = kind(
  'processing',
  {
    process: code('Process code of the catalogue', 'SEPARATION'),
    from: instant('Begin of the run'),
    draws: Type.Array(LotDrawSchema, { minItems: 1, atMost: MAX_DRAWS, description: 'What went in' }),
    yields: Type.Array(LotDeclarationSchema, { atMost: MAX_YIELDS, description: 'What came out' }),
    losses: Type.Optional(Type.Array(LossSchema, { atMost: MAX_YIELDS, description: 'Declared losses' })),
  },
  { title: 'ProcessingEvent', description: 'A batch or period run of a plant: consumes draws, yields new lots' },
);

export const dispatch = kind(
  'dispatch',
  {
    to: uscc('Buyer or keeper'),
    draws: Type.Array(DispatchDrawSchema, { minItems: 1, atMost: MAX_DRAWS, description: 'What is sent' }),
    terms: Type.Optional(oneOf(['sale', 'tolling', 'storage', 'return', 'internal'], 'Why it is sent; default `sale`')),
    shipFrom: Type.Optional(region('Region it leaves from')),
    shipTo: Type.Optional(region('Region it goes to')),
  },
  { title: 'DispatchEvent', description: 'Mass leaves the seller and is in transit to the buyer' },
);

export const receipt = kind(
  'receipt',
  {
    dispatch: uuid('Id of the dispatch that is answered'),
    outcome: oneOf(['accepted', 'rejected'], 'Whether the goods are taken'),
    items: Type.Optional(
      Type.Array(ReceiptItemSchema, { atMost: MAX_DRAWS, description: 'Weighed masses; lots left out count as dispatched' }),
    ),
  },
  {
    title: 'ReceiptEvent',
    description: 'Answer to a dispatch: accepted, the buyer holds what was weighed; rejected, back to the seller',
    when: 'dispatch',
  },
); // prettier-ignore

export const undispatchedReceipt = kind(
  'receipt',
  { from: party('Who the goods came from'), yields: rootYields },
  {
    title: 'UndispatchedReceiptEvent',
    description: 'Goods received that nobody dispatched: source unexplained, named',
    when: 'from',
  },
);

export const exporting = kind(
  'export',
  {
    declaration: declaration('Number of the export declaration, 18 digits: names the shipment'),
    destination: country('Country of destination, ISO 3166-1'),
    port: Type.Optional(text('Port of exit', 200, 'Shanghai Yangshan')),
    consignee: Type.Optional(text('Consignee abroad', 200, 'Example Magnetics')),
    items: Type.Array(ExportItemSchema, { minItems: 1, atMost: MAX_DRAWS, description: 'What leaves the country' }),
  },
  { title: 'ExportEvent', description: 'Mass leaves the country' },
);

export const stocktake = kind(
  'stocktake',
  {
    counts: Type.Array(CountSchema, { minItems: 1, atMost: MAX_YIELDS, description: 'What was found, lot by lot' }),
    reason: Type.Optional(text('Why it was counted', 2_000, 'Year-end count')),
  },
  {
    title: 'StocktakeEvent',
    description: 'Consumes all holdings of each lot there and yields one; shortage: loss; surplus: unexplained source',
  },
);

const REPLACEMENTS = [
  mining, importing, scrapIntake, openingStock, processing, dispatch, receipt, undispatchedReceipt, exporting, stocktake,
].map(each => each.replacement); // prettier-ignore

type Replacements = typeof REPLACEMENTS;

export const correction = kind(
  'correction',
  {
    corrects: uuid('Id of the original event'),
    reason: text('Why it is corrected', 2_000, 'Weighbridge misread'),
    approvedBy: Type.Optional(text('Who approved it', 200)),
    expectedVersion: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'Version it was made against', examples: [1] }),
    ),
    replacement: Type.Optional(
      Type.Unsafe<Replacements[number]['static']>({
        title: 'Replacement',
        type: 'object',
        variants: REPLACEMENTS,
        description: 'The event as it should have been, without `id`, same type and enterprise; left out: the event is void',
      }),
    ),
  },
  { title: 'CorrectionEvent', description: 'Voids an event, or replaces it by a new version under the same id' },
); // prettier-ignore
