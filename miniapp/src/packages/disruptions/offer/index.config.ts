export default definePageConfig({ navigationBarTitleText: '改约方案', enablePullDownRefresh: true });
