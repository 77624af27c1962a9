// Jest runs everything as CommonJS: SWC compiles our TypeScript and the ESM-only packages in node_modules alike,
// because native-ESM Jest cannot load the CommonJS satellites of Nest on Node 20.
const swc = parser => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
];

/** @type {import('jest').Config} */
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#(kernel|platform|access|ledger|catalogue|registry|lots|provenance|screening|simulation|testing)$':
      '<rootDir>/libs/$1/src/index.ts',
    // Exports itself to `import` only, and Jest resolves for `require`.
    '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

const withPostgres = {
  ...base,
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', testRegex: '(apps|libs)/.*(?<!\\.int)\\.spec\\.ts$' },
    { ...withPostgres, displayName: 'int', testRegex: '(apps|libs)/.*\\.int\\.spec\\.ts$' },
    { ...withPostgres, displayName: 'e2e', testRegex: 'test/.*\\.e2e-spec\\.ts$' },
  ],
};
