import { Type } from '@sinclair/typebox';
import { unknownProduct } from '../domain/checks/catalogue.js';
import { defineCollection } from '../domain/collection.js';
import { amount, code, instant, month, uscc } from '../domain/fields.js';

/** Monthly reports of production, trade and stock (月报). */
export const monthlyReports = defineCollection({
  name: 'monthly-reports',
  title: 'MonthlyReport',
  description: 'What an enterprise reported of a product for a month',
  fields: {
    enterprise: uscc('Who reports'),
    month: month('Month it is for'),
    product: code('Product code', 'OX-PrNd'),
    producedReoT: amount('Produced', 't REO', 120),
    purchasedT: amount('Purchased', 't', 0),
    importedT: Type.Optional(amount('Of which imported', 't', 0)),
    soldT: amount('Sold', 't', 110),
    exportedT: amount('Exported', 't', 10),
    stockT: amount('Stock at the end', 't', 35),
    submittedAt: instant('When it was submitted'),
  },
  key: ['enterprise', 'month', 'product'],
  tenant: 'enterprise',
  lookup: 'month',
  filters: ['enterprise', 'month', 'product'],
  warnings: ({ product }) => unknownProduct(product, '/product'),
});
