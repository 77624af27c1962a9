import { unknownProduct } from '../domain/checks/catalogue.js';
import { defineCollection } from '../domain/collection.js';
import { code, massKg, monthOrQuarter, region, uscc } from '../domain/fields.js';

/** Resource-tax payment certificates (资源税完税证明). */
export const resourceTaxCertificates = defineCollection({
  name: 'resource-tax-certificates',
  title: 'ResourceTaxCertificate',
  description: 'A certificate that resource tax was paid',
  fields: {
    number: code('Number of the certificate', 'ZY2026-000123'),
    taxpayer: uscc('Who paid'),
    region: region('Region of the tax authority'),
    period: monthOrQuarter('Period it is for'),
    massKg: massKg('Physical mass taxed'),
    product: code('Product code', 'ENR-ION-M'),
  },
  key: ['number'],
  tenant: 'taxpayer',
  lookup: 'period',
  filters: ['taxpayer', 'region', 'period', 'product'],
  warnings: ({ product }) => unknownProduct(product, '/product'),
});
