/// <reference types="@tarojs/taro" />

/** Where the server's API is, without a trailing slash; set at build time (config/index.ts). */
declare const API_BASE: string;

declare module '*.png' {
  const url: string;
  export default url;
}
declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production' | 'test';
    TARO_ENV: 'weapp' | 'h5';
    KIT_GALLERY?: string;
  }
}
