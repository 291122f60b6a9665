const path = require('node:path');
const createBackstageConfig = require('@backstage/cli/config/eslint-factory');

/**
 * The package arrows: what each package may import of the suite. Data moves one way,
 * from the engine outwards; a package that is not listed may import nothing of it.
 */
const arrows = {
  '@continuity/engine': [],
  '@continuity/migrations': [],
  '@continuity/kubernetes-reader': ['engine'],
  '@continuity/plugin-continuity-common': ['engine'],
  '@continuity/plugin-continuity-node': ['engine', 'common'],
  '@continuity/plugin-continuity-backend': ['engine', 'common', 'node'],
  // The backend for tests only: a module reaches it through what node offers.
  '@continuity/plugin-continuity-backend-module-servicenow': [
    'common',
    'node',
    'backend',
  ],
  '@continuity/plugin-continuity-backend-module-github': ['node', 'backend'],
  '@continuity/plugin-continuity-backend-module-oci': [
    'engine',
    'common',
    'node',
    'backend',
  ],
  '@continuity/plugin-continuity-backend-module-kubernetes': [
    'engine',
    'reader',
    'node',
  ],
  '@continuity/plugin-continuity-backend-module-argocd': ['engine', 'node'],
  '@continuity/plugin-catalog-backend-module-continuity': ['engine', 'common'],
  // Backend and catalog for tests only: the actions ask over HTTP, as whoever started the task.
  '@continuity/plugin-scaffolder-backend-module-continuity': [
    'engine',
    'common',
    'backend',
    'catalog',
  ],
  // Likewise: it asks over HTTP, as Tech Insights.
  '@continuity/plugin-tech-insights-backend-module-continuity': [
    'engine',
    'common',
    'backend',
  ],
  '@continuity/plugin-continuity-react': ['engine', 'common'],
  '@continuity/plugin-continuity': ['engine', 'common', 'react'],
  // The backend for tests only: the webhook is asked and asks over HTTP.
  '@continuity/cli': ['engine', 'common', 'migrations', 'reader', 'backend'],
  bench: ['engine', 'common', 'node', 'backend'],
  app: ['common', 'react', 'frontend'],
  backend: [
    'common',
    'backend',
    'catalog',
    'servicenow',
    'github',
    'oci',
    'kubernetes',
    'argocd',
    'scaffolder',
  ],
};

const packages = {
  engine: '@continuity/engine',
  migrations: '@continuity/migrations',
  reader: '@continuity/kubernetes-reader',
  common: '@continuity/plugin-continuity-common',
  node: '@continuity/plugin-continuity-node',
  backend: '@continuity/plugin-continuity-backend',
  servicenow: '@continuity/plugin-continuity-backend-module-servicenow',
  github: '@continuity/plugin-continuity-backend-module-github',
  oci: '@continuity/plugin-continuity-backend-module-oci',
  kubernetes: '@continuity/plugin-continuity-backend-module-kubernetes',
  argocd: '@continuity/plugin-continuity-backend-module-argocd',
  catalog: '@continuity/plugin-catalog-backend-module-continuity',
  scaffolder: '@continuity/plugin-scaffolder-backend-module-continuity',
  techInsights: '@continuity/plugin-tech-insights-backend-module-continuity',
  react: '@continuity/plugin-continuity-react',
  frontend: '@continuity/plugin-continuity',
};

/** The engine is pure: it also runs in a browser and needs neither server nor clock. */
const pure = {
  restrictedImportPatterns: [
    'node:*',
    '@backstage/*',
    '!@backstage/filter-predicates',
    '!@backstage/catalog-model',
  ],
  restrictedSrcSyntax: [
    {
      selector:
        "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'The engine has no clock: take `now` as a parameter.',
    },
    {
      selector:
        "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: 'The engine has no randomness: take a seed as a parameter.',
    },
  ],
};

/** ESLint configuration of a package: Backstage's, the arrows, and no import cycles. */
module.exports = function createConfig(directory) {
  const { name } = require(path.join(directory, 'package.json'));
  const allowed = (arrows[name] ?? []).map(short => packages[short]);
  const config = createBackstageConfig(directory, {
    restrictedImports: Object.values(packages)
      .filter(other => other !== name && !allowed.includes(other))
      .map(other => ({
        name: other,
        message: `The arrows of the architecture do not lead from ${name} to ${other}.`,
      })),
    rules: { 'import/no-cycle': ['error', { ignoreExternal: true }] },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
      'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    ...(name === '@continuity/engine' ? pure : {}),
  });
  return config;
};
