export default definePageConfig({ navigationBarTitleText: '答案', enableShareAppMessage: true });
