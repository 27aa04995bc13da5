import type { ThemeConfig } from 'antd';
import { palette } from './palette';
import type { TextSize } from './text-size';

/** Body text in px. Everything else is derived from it. */
export const bodyPx: Record<TextSize, number> = { standard: 14, large: 18 };

const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", system-ui, -apple-system, sans-serif';

/** Ant Design in the console's visual language: dense, flat, still (no motion), square-ish, readable when disabled. */
export function consoleTheme(size: TextSize): ThemeConfig {
  const px = bodyPx[size];
  const scaled = (standardPx: number) => Math.round((standardPx * px) / bodyPx.standard);
  return {
    token: {
      fontFamily,
      fontSize: px,
      controlHeight: scaled(32),
      borderRadius: 3,
      borderRadiusLG: 4,
      wireframe: false,
      motion: false,
      colorPrimary: palette.blue,
      colorPrimaryHover: palette.blueDeep,
      colorPrimaryActive: palette.blueDeep,
      colorPrimaryBg: palette.blueSoft,
      colorLink: palette.blue,
      colorLinkHover: palette.blueDeep,
      colorLinkActive: palette.blueDeep,
      colorInfo: palette.blue,
      colorSuccess: palette.green,
      colorSuccessBg: palette.greenSoft,
      colorWarning: palette.amberLine,
      colorWarningText: palette.amber,
      colorWarningBg: palette.amberSoft,
      colorError: palette.red,
      colorErrorBg: palette.redSoft,
      colorText: palette.ink,
      colorTextSecondary: palette.inkQuiet,
      colorTextTertiary: palette.inkFaint,
      colorTextDescription: palette.inkQuiet,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDisabled: palette.inkFaint,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      colorBgLayout: palette.ground,
      colorBgContainerDisabled: palette.groundDeep,
      colorIcon: palette.inkQuiet,
      controlOutlineWidth: 3,
      controlOutline: '#0c42804d',
      boxShadow: 'none',
      boxShadowSecondary: '0 2px 10px rgb(27 36 48 / 18%)',
      boxShadowTertiary: 'none',
    },
    components: {
      Table: {
        cellPaddingBlockSM: scaled(5),
        cellPaddingInlineSM: scaled(10),
        headerBg: palette.surface,
        headerColor: palette.inkQuiet,
        headerSplitColor: 'transparent',
        borderColor: palette.line,
        rowHoverBg: palette.ground,
        headerBorderRadius: 0,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSize: px },
      Modal: { titleFontSize: scaled(18) },
      Form: { itemMarginBottom: scaled(16), verticalLabelPadding: '0 0 4px', labelFontSize: px },
    },
  };
}
