import { Type } from '@sinclair/typebox';
import { isInvoiceNumber } from '../domain/checks/numbers.js';
import { defineCollection } from '../domain/collection.js';
import { code, instant, massKg, maxEntries, oneOf, region, signedAmount, text, uscc } from '../domain/fields.js';

const Line = Type.Object(
  {
    item: text('Item as printed', 200, '氧化镨钕'),
    massKg: massKg('Quantity'),
    basis: oneOf(['physical', 'reo'], 'Whether the quantity is physical mass or REO'),
    unit: Type.Optional(text('Unit as printed', 20, '吨')),
    unitPrice: signedAmount('Price without VAT', 'CNY per t', 520000),
    amount: signedAmount('Amount without VAT', 'CNY', 650000),
  },
  { title: 'InvoiceLine', additionalProperties: false, description: 'A line of an invoice' },
);

/** VAT invoices (增值税发票). Fully digital ones have a number of 20 digits, others a code and a number of 8 digits. */
export const invoices = defineCollection({
  name: 'invoices',
  title: 'Invoice',
  description: 'A VAT invoice',
  fields: {
    code: Type.Optional(code('Code of 10 or 12 digits; fully digital invoices have none', '3600201130')),
    number: code('Number: 8 digits, of fully digital invoices 20', '26362000000012345678'),
    type: oneOf(['special', 'ordinary', 'digital-special', 'digital-ordinary'], 'Kind of invoice'),
    seller: uscc('Seller'),
    buyer: uscc('Buyer'),
    issuedAt: instant('When it was issued'),
    region: region('Place of issue'),
    state: oneOf(['normal', 'void', 'red', 'fake'], 'Whether it stands'),
    lines: Type.Array(Line, { ...maxEntries, description: 'Its lines' }),
  },
  key: ['code', 'number'],
  tenant: 'seller',
  lookup: 'buyer',
  filters: ['number', 'seller', 'buyer', 'region', 'state'],
  checks: ({ code, number, state }) =>
    state === 'fake' || isInvoiceNumber(code, number)
      ? []
      : [
          {
            code: 'bad-format',
            pointer: '/number',
            value: number,
            expected: '8 digits with a code of 10 or 12, or 20 digits without a code',
          },
        ],
});
