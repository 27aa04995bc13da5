import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const ROOT = path.resolve(__dirname, '..');
const SHARED = path.resolve(ROOT, '../shared/dist');
const FOR_H5 = process.env.TARO_ENV === 'h5';

/**
 * Babel compiles `src` only. Whatever else ships newer syntax than the oldest phone reads has to be named here;
 * `scripts/check-dist.cjs` fails the build when one is forgotten.
 */
const COMPILED_TOO = [
  SHARED,
  (file: string) =>
    /node_modules[\\/](@tanstack|zustand|qrcode-generator|query-string|filter-obj|split-on-first|decode-uri-component)[\\/]/.test(
      file,
    ),
];

/** The mini-program runs elsewhere than its server; the H5 pages are served by it. */
const API_BASE = process.env.API_BASE ?? (FOR_H5 ? '/api' : 'http://127.0.0.1:3000/api');

export default defineConfig(async () => {
  const config: UserConfigExport = {
    projectName: 'yiyun',
    designWidth: 750,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'plugins/aria')],
    defineConstants: { API_BASE: JSON.stringify(API_BASE) },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: { '@': path.resolve(ROOT, 'src') },
    mini: {
      compile: { include: COMPILED_TOO },
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
      webpackChain(chain, webpack) {
        const shim = path.resolve(ROOT, 'src/platform/abort-controller.ts');
        chain.plugin('abort-controller').use(webpack.ProvidePlugin, [{ AbortController: [shim, 'AbortController'] }]);
      },
    },
    h5: {
      compile: { include: COMPILED_TOO },
      publicPath: '/m/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
      // By default only the entry is split and every page's chunk repeats the code that pages share.
      webpackChain(chain) {
        chain.merge({
          optimization: {
            splitChunks: {
              chunks: 'all',
              minSize: 20_000,
              cacheGroups: {
                default: false,
                defaultVendors: false,
                pages: {
                  name: 'pages-common',
                  chunks: 'async',
                  minChunks: 2,
                  priority: 20,
                  reuseExistingChunk: true,
                },
              },
            },
          },
        });
      },
      devServer: {
        host: '127.0.0.1',
        port: 10086,
        open: false,
        proxy: [{ context: ['/api'], target: 'http://127.0.0.1:3000' }],
      },
    },
  };
  return config;
});
