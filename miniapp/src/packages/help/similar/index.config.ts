export default definePageConfig({ navigationBarTitleText: '相似的问题' });
