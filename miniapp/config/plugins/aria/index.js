/**
 * Taro's WeChat templates know no `aria-*` attribute and drop every one of them. This plugin adds them to the
 * templates (here, at build time) and to the list of properties that the runtime sends along (runtime.mjs).
 */
const path = require('node:path');
const { components, attributes } = require('./attributes.json');

const perComponent = Object.fromEntries(
  components.map((component) => [component, Object.fromEntries(attributes.map((attribute) => [attribute, '']))]),
);

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const buildsTemplates = Boolean(platform.template);
      if (!buildsTemplates) return;
      platform.template.mergeComponents(ctx, perComponent);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.mjs')].flat();
    },
  });
};
