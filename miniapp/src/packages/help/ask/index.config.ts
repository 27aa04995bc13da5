export default definePageConfig({ navigationBarTitleText: '语音提问' });
