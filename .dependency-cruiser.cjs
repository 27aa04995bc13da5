// The direction of imports, from the bottom up. A module may import modules of lower rows, each through its index.ts;
// modules on one row never import each other: they speak by events or ids.
const ROWS = [
  ['records'],
  ['identity'],
  ['halls', 'matters'],
  ['messaging'],
  ['appointments', 'queue', 'cases', 'notices', 'help', 'complaints', 'ratings', 'learning', 'deliberation'],
  ['disruptions', 'batches'],
  ['insights'],
];
const MODULES = '^server/src/modules';
const TESTS = '\\.(spec|test)\\.tsx?$';

const rows = ROWS.flatMap((row, index) =>
  row.map((module) => {
    const above = ROWS.slice(index)
      .flat()
      .filter((other) => other !== module);
    return {
      name: `row-${index + 2}-${module}`,
      comment: `${module} may import modules of lower rows only`,
      severity: 'error',
      from: { path: `${MODULES}/${module}/` },
      to: { path: `${MODULES}/(${above.join('|')})/` },
    };
  }),
).filter((rule) => !rule.to.path.endsWith('/()/'));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'through-index',
      comment: 'another module is imported through its index.ts',
      severity: 'error',
      from: { path: `${MODULES}/([^/]+)/` },
      to: { path: `${MODULES}/[^/]+/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`] },
    },
    ...rows,
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: `${MODULES}/` },
    },
    {
      name: 'domain-is-pure',
      comment: 'rules know no framework, no database, no other layer: shared, plain functions, and the types of others',
      severity: 'error',
      from: { path: `${MODULES}/([^/]+)/domain/`, pathNot: TESTS },
      to: {
        pathNot: [`${MODULES}/$1/domain/`, '^shared/', '^server/src/platform/text/', '^(node:)?(crypto|util)$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'http-not-to-storage',
      severity: 'error',
      from: { path: '/http/' },
      to: { path: `${MODULES}/[^/]+/storage/` },
    },
    {
      name: 'shared-has-no-dependencies',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: [TESTS, '/testing/'] },
      to: { pathNot: '^shared/src/' },
    },
    {
      name: 'clients-not-to-server',
      comment: "the terminals know the contract and nothing of the server's code",
      severity: 'error',
      from: { path: '^(miniapp|console)/', pathNot: '^(miniapp|console)/e2e/' },
      to: { path: '^server/' },
    },
    {
      name: 'terminals-apart',
      severity: 'error',
      from: { path: '^(miniapp|console)/src/' },
      to: { path: '^(miniapp|console)/', pathNot: '^$1/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['\\.s?css$', '^[^/]+/dist/', '^miniapp/e2e/weapp-host/fixture/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    webpackConfig: { fileName: 'scripts/lib/aliases.cjs' },
    moduleSystems: ['es6', 'cjs', 'tsd'],
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.h5.ts', '.weapp.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
