/** The house rule of docs/ARCHITECTURE.md: imports go down the tiers, through the face, without cycles. */
const TIERS = [
  ['kernel'],
  ['platform', 'access', 'ledger', 'catalogue'],
  ['registry', 'lots', 'provenance'],
  ['screening', 'epcis'],
  ['casework', 'reporting'],
  ['simulation', 'testing'],
];
const libs = names => `^libs/(${names.join('|')})/`;

const upward = TIERS.slice(0, -1).map((names, tier) => ({
  name: `tier-${tier}-imports-down`,
  severity: 'error',
  comment: 'A capability may use its own tier and those below, never one above.',
  from: { path: libs(names), pathNot: '\\.(spec|contract)\\.ts$' },
  to: { path: libs(TIERS.slice(tier + 1).flat()) },
}));

export default {
  forbidden: [
    ...upward,
    {
      name: 'through-the-face',
      severity: 'error',
      comment: 'Another capability is reached through its index.ts only.',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-apart',
      severity: 'error',
      comment: 'Applications do not import each other, and libraries import no application.',
      from: { path: '^(libs|apps/([^/]+))/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'simulation-for-tools',
      severity: 'error',
      comment:
        'The service knows nothing of invented countries; the command line writes them. Nothing but tests uses testing.',
      from: { path: '^apps/', pathNot: '^apps/cli/src/simulate/|\\.(spec|contract)\\.ts$' },
      to: { path: '^libs/(simulation|testing)/' },
    },
    {
      name: 'pure-domain',
      severity: 'error',
      comment: 'domain/ is plain TypeScript over kernel and catalogue values; schemas and digests are values too.',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: '\\.(spec|contract)\\.ts$' },
      to: {
        pathNot: [
          '^libs/(kernel|catalogue)/src/index\\.ts$',
          '^libs/[^/]+/src/domain/',
          '^node_modules/(@sinclair/typebox|canonicalize)/',
          '^crypto$',
        ],
      },
    },
    {
      name: 'pure-rules',
      severity: 'error',
      comment:
        'Rules and readings ask facts and know no storage; of lots and registry they take pure functions and types.',
      from: { path: '^libs/screening/src/(rules|readings)/', pathNot: '\\.(spec|contract)\\.ts$' },
      to: {
        pathNot: [
          '^libs/(kernel|catalogue|lots|registry)/src/index\\.ts$',
          '^libs/screening/src/((rules|readings|facts)/|[\\w-]+\\.ts$)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pg-in-platform',
      severity: 'error',
      comment: 'Only platform opens connections; everybody else gets a Database.',
      from: { pathNot: '^libs/(platform|testing)/' },
      to: { path: 'node_modules/(pg|@types/pg)/' },
    },
    {
      name: 'neo4j-in-its-engine',
      severity: 'error',
      from: { pathNot: '^libs/(provenance/src/engines/neo4j|testing)/' },
      to: { path: 'node_modules/neo4j-driver/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(spec|contract)\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
