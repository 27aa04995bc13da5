export default definePageConfig({ navigationBarTitleText: '提问已发送' });
