/** The parts of a mini-program's own JSON files that the host and the static check read. */
export interface PageJson {
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
  component?: boolean;
  usingComponents?: Record<string, string>;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

interface SubPackage {
  root: string;
  pages: string[];
}

export interface AppJson {
  pages: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  entryPagePath?: string;
  window?: PageJson;
  tabBar?: { custom?: boolean; list: TabItem[] };
  usingComponents?: Record<string, string>;
  requiredPrivateInfos?: string[];
  permission?: Record<string, { desc?: string }>;
  __usePrivacyCheck__?: boolean;
}

export interface WxmlProblem {
  file: string;
  level: string;
  message: string;
  line: number;
  column: number;
}

/** A compiled mini-program, read and ready to run. Keys of `json`, `js` and `css` are paths without their extension. */
export interface Artifact {
  root: string;
  app: AppJson;
  /** Every page of app.json; `pkg` is the subpackage's root with its slash, or '' for the main package. */
  pages: { route: string; pkg: string }[];
  json: Record<string, PageJson>;
  js: Record<string, string>;
  css: Record<string, string>;
  /** A JavaScript expression: an object of render functions by template path. */
  templates: string;
  wxmlProblems: WxmlProblem[];
  /** Bytes by package root ('' is the main package). */
  sizes: Record<string, number>;
}
