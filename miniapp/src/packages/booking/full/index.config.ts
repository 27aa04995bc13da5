export default definePageConfig({ navigationBarTitleText: '约满了' });
