/** What the logic layer of WeChat has of JavaScript's globals. */
export const LOGIC_GLOBALS = [
  'Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef Promise Proxy',
  'Reflect Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError ArrayBuffer DataView',
  'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array',
  'BigInt64Array BigUint64Array Function Intl parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent',
  'encodeURI decodeURI escape unescape NaN Infinity undefined console setTimeout clearTimeout setInterval clearInterval',
].flatMap((line) => line.split(' '));

/** What WeChat adds for the files of a mini-program. */
export const WEAPP_GLOBALS = [
  'wx App Page Component Behavior getApp getCurrentPages requirePlugin require module exports globalThis arguments',
].flatMap((line) => line.split(' '));

/** Names that a browser has and the logic layer of WeChat has not. */
export const BROWSER_NAMES = [
  'window document self top parent frames location history navigator localStorage sessionStorage indexedDB fetch',
  'XMLHttpRequest WebSocket EventSource Worker SharedWorker alert confirm prompt open screen Image Audio FileReader Blob',
  'File FormData URL URLSearchParams TextEncoder TextDecoder AbortController CustomEvent Event HTMLElement SVGElement',
  'Element Node MutationObserver IntersectionObserver ResizeObserver getComputedStyle matchMedia crypto performance',
  'requestAnimationFrame cancelAnimationFrame requestIdleCallback structuredClone caches process atob btoa postMessage',
  'queueMicrotask scrollTo innerWidth innerHeight devicePixelRatio CSS DOMParser XMLSerializer Headers Request Response',
  'ReadableStream BroadcastChannel MessageChannel Notification Buffer global',
].flatMap((line) => line.split(' '));
