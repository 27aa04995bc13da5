export default definePageConfig({
  navigationBarTitleText: '进度',
  enablePullDownRefresh: true,
  onReachBottomDistance: 80,
});
