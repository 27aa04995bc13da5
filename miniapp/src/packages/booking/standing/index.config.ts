export default definePageConfig({ navigationBarTitleText: '预约资格', enablePullDownRefresh: true });
