/** Parameters that several invoice rules share. */
export const MASS_TOLERANCE = {
  value: 1, min: 0, max: 100, unit: '%',
  meaning: { zh: '发票数量与发货数量允许的差异', en: 'Difference allowed between the quantities invoiced and dispatched' },
} as const; // prettier-ignore
