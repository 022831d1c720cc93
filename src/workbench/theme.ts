import type { ThemeConfig } from 'antd'
import { theme } from 'antd'

import { paletteFor, type Palette } from '#lib/pure/identity.ts'

/** The theme of the component library from the product's colours; sizes follow the large-text view. Row heights in CSS pixels. */
export function antdTheme({
  view,
  isDark,
  isDense,
}: {
  view: 'standard' | 'big'
  isDark: boolean
  isDense: boolean
}): ThemeConfig {
  const palette = paletteFor(view, isDark)
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: { ...coloursOf(palette), ...sizesOf(view === 'big', isDense) },
    components: { Button: buttonOf(palette) },
  }
}

function coloursOf(palette: Palette): ThemeConfig['token'] {
  return {
    colorPrimary: palette.primaryBg,
    colorLink: palette.link,
    colorError: palette.lateFg,
    colorErrorBg: palette.lateBg,
    colorWarning: palette.nearFg,
    colorWarningBg: palette.nearBg,
    colorSuccess: palette.doneFg,
    colorSuccessBg: palette.doneBg,
    colorInfo: palette.normalFg,
    colorInfoBg: palette.normalBg,
    colorText: palette.text,
    colorTextSecondary: palette.text2,
    colorTextTertiary: palette.text3,
    colorTextPlaceholder: palette.text3,
    colorTextDescription: palette.text2,
    colorTextLightSolid: palette.primaryFg,
    colorBgBase: palette.bg,
    colorBgContainer: palette.bg,
    colorBgElevated: palette.bg,
    colorBgLayout: palette.surface,
    colorBorder: palette.control,
    colorBorderSecondary: palette.line,
  }
}

function sizesOf(isBig: boolean, isDense: boolean): ThemeConfig['token'] {
  return {
    fontFamily: 'var(--font)',
    fontSize: isBig ? 22 : 16,
    borderRadius: 6,
    controlHeight: isBig ? 60 : isDense ? 40 : 44,
    // An act that is done at once would leave the spinner of its button behind, unseen but read out: `loading 保存`.
    motion: false,
  }
}

/** The dark algorithm would dim the colours that the design measured. */
function buttonOf(palette: Palette): NonNullable<ThemeConfig['components']>['Button'] {
  return {
    colorPrimary: palette.primaryBg,
    colorPrimaryHover: palette.primaryHover,
    colorPrimaryActive: palette.primaryHover,
    colorError: palette.lateFg,
    primaryShadow: 'none',
    dangerShadow: 'none',
    defaultShadow: 'none',
    fontWeight: 600,
  }
}
