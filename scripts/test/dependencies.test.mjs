import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { inRoot, WORKSPACES } from '../lib/project.mjs';

/** What no file of ours names, and why it must be there all the same. */
const UNNAMED = {
  '': { 'oxlint-tsgolint': 'the type-aware rules of oxlint' },
  shared: { '@swc/core': 'peer of @swc/jest', '@types/node': 'types of the tests' },
  server: {
    '@types/node': 'types',
    'openapi-types': 'peer of @readme/openapi-parser',
    rxjs: 'peer of Nest',
  },
  console: {
    '@swc/core': 'peer of @swc/jest',
    '@types/node': 'types of the tests',
    '@types/react': 'types',
    '@types/react-dom': 'types',
  },
  miniapp: {
    '@babel/runtime': 'helpers that Babel writes into the build',
    '@pmmmwh/react-refresh-webpack-plugin': 'peer of @tarojs/plugin-framework-react',
    '@tarojs/helper': 'peer of the Taro plugins',
    '@tarojs/plugin-framework-react': 'config/index.ts names it by its framework',
    '@tarojs/plugin-platform-h5': 'taro build --type h5',
    '@tarojs/plugin-platform-weapp': 'taro build --type weapp',
    '@tarojs/react': 'the renderer that Taro puts in the place of react-dom',
    '@tarojs/runtime': 'what a build of Taro runs on',
    '@tarojs/taro-loader': 'loader of @tarojs/webpack5-runner',
    '@tarojs/webpack5-runner': 'config/index.ts names it by its compiler',
    '@testing-library/dom': 'peer of @testing-library/react',
    '@types/babel__core': 'types of the check of the compiled scripts',
    '@types/jest': 'types of the tests',
    '@types/jsdom': 'types',
    '@types/node': 'types',
    '@types/react': 'types',
    'babel-preset-taro': 'babel.config.js names it as taro',
    'jest-environment-jsdom': 'package.json names it as jsdom',
    'react-dom': 'peer of react on H5 and in the tests',
    'react-refresh': 'peer of babel-preset-taro',
    sass: 'compiles the style sheets',
    webpack: 'peer of @tarojs/webpack5-runner',
  },
};

const dependenciesOf = (workspace) => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(inRoot(workspace, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies });
};

const NOT_OURS = ['node_modules', 'dist', 'package.json'];

/** Text of all programs and settings in these folders, tests included. */
function textOf(folders) {
  const texts = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (NOT_OURS.includes(entry.name)) return [];
      if (entry.isDirectory()) return texts(full);
      return /\.([cm]?[jt]sx?|json)$/.test(entry.name) && full !== import.meta.filename
        ? [readFileSync(full, 'utf8')]
        : [];
    });
  return folders.flatMap((folder) => texts(inRoot(folder))).join('\n');
}

/** Those that the text names in quotes, alone or with a path behind. */
const namedIn = (text, names) => names.filter((name) => ["'", '"', '`', '/'].some((end) => quoted(text, name, end)));
const quoted = (text, name, end) => ["'", '"', '`'].some((begin) => text.includes(begin + name + end));

describe('what a workspace depends on', () => {
  for (const workspace of ['', ...WORKSPACES]) {
    test(`is used, or has a reason: ${workspace || 'the root'}`, () => {
      const names = dependenciesOf(workspace);
      const named = namedIn(textOf(workspace ? [workspace, 'scripts'] : ['scripts']), names);
      const reasons = Object.keys(UNNAMED[workspace]);
      assert.deepEqual(new Set([...named, ...reasons]), new Set(names));
    });
  }

  test('is not found where nothing names it', () => {
    const text = "import a from 'used/part.js'; // unused\nconst b = 'used-not';";
    assert.deepEqual(namedIn(text, ['used', 'unused', 'used-n']), ['used']);
  });
});
