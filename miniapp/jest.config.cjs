process.env.TARO_ENV = 'h5'; // a build writes it in; tests that want the other platform set it themselves

const babel = {
  configFile: false,
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' } }],
    ['@babel/preset-react', { runtime: 'automatic' }],
    '@babel/preset-typescript',
  ],
};

module.exports = {
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/{src,scripts}/**/*.spec.{ts,tsx}'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  transform: { '\\.[jt]sx?$': ['babel-jest', babel] },
  transformIgnorePatterns: ['/node_modules/(?!.*@yiyun)'],
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'json'],
  moduleNameMapper: {
    '\\.(scss|png)$': '<rootDir>/test/stubs/empty.cjs',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/components$': '<rootDir>/test/stubs/components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/stubs/taro.ts',
  },
};
