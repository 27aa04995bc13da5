/** The little of the client's looks that layout depends on. */
export const BASE_CSS = `
html, body { margin: 0; padding: 0; font: 16px/1.4 -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif }
wx-page { display: block; min-height: 100vh }
.wx-hidden { display: none !important }
wx-view, wx-scroll-view, wx-form, wx-picker, wx-radio-group, wx-checkbox-group, wx-swiper, wx-swiper-item,
wx-cover-view, wx-map, wx-video, wx-rich-text, wx-movable-area, wx-movable-view, wx-navigator, wx-picker-view,
wx-picker-view-column { display: block }
wx-scroll-view { overflow: auto }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; background: #eee }
wx-button { display: block; box-sizing: border-box; padding: 0 14px; margin: 0 auto; font-size: 18px; line-height: 2.55;
  text-align: center; border-radius: 5px; background: #f8f8f8; border: 1px solid rgba(0, 0, 0, .2); overflow: hidden }
wx-button[disabled] { opacity: .5 }
input, textarea { display: block; box-sizing: border-box; width: 100%; border: 0; font: inherit; background: #fff }
input[type=checkbox] { display: inline-block; width: auto }
wx-radio::before, wx-checkbox::before { content: "○ " }
wx-radio[checked]::before { content: "● " }
wx-checkbox[checked]::before { content: "☑ " }
`;
