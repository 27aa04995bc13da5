import { mergeInternalComponents } from '@tarojs/shared';
import table from './attributes.json';

const known = {};
for (const component of table.components) {
  known[component] = {};
  for (const attribute of table.attributes) known[component][attribute] = '';
}
mergeInternalComponents(known);
