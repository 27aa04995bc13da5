export default definePageConfig({ navigationBarTitleText: '凭回执号查进度' });
