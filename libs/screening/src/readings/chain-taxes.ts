/** Rules whose open findings on an export's chain make a finding of TAX-03. */
export const CHAIN_TAX_RULES: readonly string[] = ['INV-02', 'INV-03', 'TAX-01', 'TAX-02', 'MIN-12'];
