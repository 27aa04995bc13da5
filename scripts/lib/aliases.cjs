// For dependency-cruiser, which reads aliases from webpack only: '@' is the mini-program's src.
module.exports = { resolve: { alias: { '@': require('node:path').resolve('miniapp/src') } } };
