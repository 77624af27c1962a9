import type {
  cases, customsDeclarations, enterprises, feeds, inspectionCertificates, inspections, invoices, ItemIn, leads, monitoring,
  monthlyReports, permits, publishedLists, quotas, resourceTaxCertificates, samples, sanctions, sites, taxReturns,
} from '#registry'; // prettier-ignore

/** The items of each collection of the registry, by its name. */
export interface RegistryItems {
  readonly enterprises: ItemIn<typeof enterprises>;
  readonly sites: ItemIn<typeof sites>;
  readonly permits: ItemIn<typeof permits>;
  readonly quotas: ItemIn<typeof quotas>;
  readonly 'published-lists': ItemIn<typeof publishedLists>;
  readonly invoices: ItemIn<typeof invoices>;
  readonly 'customs-declarations': ItemIn<typeof customsDeclarations>;
  readonly 'inspection-certificates': ItemIn<typeof inspectionCertificates>;
  readonly 'resource-tax-certificates': ItemIn<typeof resourceTaxCertificates>;
  readonly samples: ItemIn<typeof samples>;
  readonly sanctions: ItemIn<typeof sanctions>;
  readonly 'monthly-reports': ItemIn<typeof monthlyReports>;
  readonly leads: ItemIn<typeof leads>;
  readonly inspections: ItemIn<typeof inspections>;
  readonly 'tax-returns': ItemIn<typeof taxReturns>;
  readonly monitoring: ItemIn<typeof monitoring>;
  readonly cases: ItemIn<typeof cases>;
  readonly feeds: ItemIn<typeof feeds>;
}

export type EnterpriseItem = RegistryItems['enterprises'];
export type PermitItem = RegistryItems['permits'];
export type InvoiceItem = RegistryItems['invoices'];
