export default definePageConfig({ navigationBarTitleText: '选择办税服务厅' });
