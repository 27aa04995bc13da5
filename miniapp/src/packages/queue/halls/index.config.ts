export default definePageConfig({ navigationBarTitleText: '各厅人多不多', enablePullDownRefresh: true });
