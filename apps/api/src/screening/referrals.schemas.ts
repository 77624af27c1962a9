import { Type } from '@sinclair/typebox';
import { formatInstant } from '#kernel';
import { AUTHORITIES, type Referral } from '#screening';
import { FindingSchema, findingView, instant, uscc, words } from './screening.schemas.js';

const province = (description: string) =>
  Type.String({ description: `${description}; GB/T 2260 code, six digits`, examples: ['360000'] });

const mass = (description: string) => Type.Number({ description: `${description}; kg`, examples: [1200.5] });

const DocumentsSchema = Type.Array(
  Type.Object(
    {
      kind: Type.String({ description: 'What kind of document it is', examples: ['vat-invoice'] }),
      number: Type.String({ description: 'Number of the document', examples: ['26352000000012345678'] }),
      code: Type.Optional(Type.String({ description: 'Second code, as of older VAT invoices', examples: ['3600201130'] })),
    },
    { title: 'ReferredDocument' },
  ),
  { description: 'Documents that the dispatches or their receipts cite' },
); // prettier-ignore

const TransferSchema = Type.Object(
  {
    dispatch: Type.String({ format: 'uuid', description: 'Id of the dispatch' }),
    at: instant('When it was dispatched'),
    from: uscc('Enterprise that sent it'),
    to: uscc('Enterprise it was sent to'),
    fromRegion: province('Province the goods left'),
    toRegion: province('Province they went to'),
    massKg: mass('Physical mass of its lots that carried illegal mass, as dispatched'),
    illegalReoKg: mass('REO of it that is illegal by the source'),
    documents: DocumentsSchema,
  },
  { title: 'ReferredTransfer' },
);

const PackageSchema = Type.Object(
  {
    region: province('Province it is for'),
    authorities: Type.Array(words(AUTHORITIES, 'Department'), { description: 'Departments that answer for it there' }),
    enterprises: Type.Array(
      Type.Object(
        {
          uscc: uscc('Enterprise'),
          name: Type.Optional(Type.String({ description: 'Name in the registry at its latest transfer', examples: ['示例稀土有限公司'] })),
          findings: Type.Array(Type.String({ format: 'uuid' }), { description: 'Ids of the findings of the component on it' }),
        },
        { title: 'ReferredEnterprise' },
      ),
      { description: 'Parties whose end of a transfer lies in the province' },
    ),
    lots: Type.Array(
      Type.Object(
        {
          lot: Type.String({ description: 'Lot, `USCC:code`', examples: ['91360728MA35BAYA0U:LN-2611-01'] }),
          product: Type.String({ description: 'Code of its product', examples: ['ENR-ION-H'] }),
          massKg: mass('Physical mass of it in these transfers, counted at each'),
        },
        { title: 'ReferredLot' },
      ),
      { description: 'Lots with illegal mass that came into the province or left it' },
    ),
    transfers: Type.Array(TransferSchema, { description: 'Transfers with an end in the province, the latest first' }),
    documents: DocumentsSchema,
    figures: Type.Object(
      {
        transfers: Type.Integer({ description: 'Transfers with an end in the province', examples: [3] }),
        massKg: mass('Sum over these transfers'),
        illegalReoKg: mass('Sum over these transfers'),
      },
      { title: 'ReferralFigures', description: 'Gross: what came in and left again counts twice' },
    ),
  },
  { title: 'ReferralPackage' },
); // prettier-ignore

const CountSchema = Type.Object({ transfers: Type.Integer({ description: 'Transfers', examples: [3] }) });

export const ReferralSchema = Type.Object(
  {
    finding: FindingSchema,
    source: Type.String({
      description: 'Id of the illegal source, or `findings/id` of what made the making of the goods unlawful',
      examples: ['mining-licence:C1000002013095110131406:2026'],
    }),
    packages: Type.Array(PackageSchema, { description: 'One for each province, of the transfers that are shown' }),
    shown: CountSchema,
    total: CountSchema,
    truncated: Type.Boolean({
      description: 'Less is shown than there is: only the latest transfers, or only what is open to the caller',
    }),
  },
  { title: 'Referral' },
);

/** A referral as clients read it. */
export const referralView = ({ finding, packages, ...rest }: Referral): object => ({
  finding: findingView(finding),
  ...rest,
  packages: packages.map(({ transfers, ...each }) => ({
    ...each,
    transfers: transfers.map(transfer => ({ ...transfer, at: formatInstant(transfer.at) })),
  })),
});
