export default definePageConfig({ navigationBarTitleText: '还要办什么' });
