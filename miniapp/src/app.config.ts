/** `KIT_GALLERY=1` adds the page that shows every component; a build without it holds no trace of it. */
const galleryPages = process.env.KIT_GALLERY ? ['gallery/index'] : [];

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/matters/index', 'pages/progress/index', 'pages/me/index', ...galleryPages],
  subPackages: [
    {
      root: 'packages/account',
      pages: ['sign-in/index', 'consent/index', 'phone/index', 'profile/index', 'bind/index', 'proxy/index'],
    },
    {
      root: 'packages/booking',
      pages: [
        'matter/index',
        'online/index',
        'whom/index',
        'further/index',
        'hall/index',
        'time/index',
        'full/index',
        'check/index',
        'done/index',
        'detail/index',
        'list/index',
        'reschedule/index',
        'waitlist/index',
        'standing/index',
        'appeal/index',
        'rules/index',
      ],
    },
    { root: 'packages/queue', pages: ['ticket/index', 'halls/index'] },
    { root: 'packages/disruptions', pages: ['offer/index'] },
    { root: 'packages/cases', pages: ['detail/index', 'correction/index', 'look-up/index'] },
    { root: 'packages/notices', pages: ['list/index', 'detail/index'] },
    { root: 'packages/messages', pages: ['list/index'] },
    {
      root: 'packages/help',
      pages: [
        'ask/index',
        'similar/index',
        'sent/index',
        'detail/index',
        'list/index',
        'knowledge/index',
        'article/index',
      ],
    },
    { root: 'packages/records', pages: ['list/index', 'export/index', 'deletion/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/account', 'packages/queue'] },
    'pages/matters/index': { network: 'all', packages: ['packages/booking'] },
    'pages/progress/index': { network: 'all', packages: ['packages/cases'] },
  },
  permission: { 'scope.userLocation': { desc: '用于按远近排列办税服务厅' } },
  requiredPrivateInfos: ['getLocation'],
  window: {
    navigationBarTitleText: '办税服务',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#ffffff',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#4b5768',
    selectedColor: '#0f3f8c',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tabs/home.png',
        selectedIconPath: 'assets/tabs/home-on.png',
      },
      {
        pagePath: 'pages/matters/index',
        text: '办事',
        iconPath: 'assets/tabs/matters.png',
        selectedIconPath: 'assets/tabs/matters-on.png',
      },
      {
        pagePath: 'pages/progress/index',
        text: '进度',
        iconPath: 'assets/tabs/progress.png',
        selectedIconPath: 'assets/tabs/progress-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tabs/me.png',
        selectedIconPath: 'assets/tabs/me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
});
