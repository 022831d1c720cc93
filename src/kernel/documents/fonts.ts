/**
 * Fonts of a PDF, best first. The standard's own (方正小标宋, 仿宋_GB2312, 楷体_GB2312) are licensed and come from the administrator:
 * installed in the system or put in the folder of `MINYI_FONT_DIR`. The last of each list is free and ships with Debian.
 */
export const FONT_ROLES = {
  body: [
    'FangSong_GB2312',
    '仿宋_GB2312',
    'FangSong',
    '仿宋',
    'STFangsong',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
    'Noto Sans CJK SC',
  ],
  kai: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', 'LXGW WenKai', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  hei: ['SimHei', '黑体', 'STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei'],
  title: [
    'FZXiaoBiaoSong-B05S',
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05',
    'Noto Serif CJK SC',
    'Source Han Serif SC',
    'Noto Sans CJK SC',
  ],
  song: ['SimSun', '宋体', 'STSong', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
} as const satisfies Record<string, readonly string[]>

export type FontRole = keyof typeof FONT_ROLES
export type FontChoice = Readonly<Record<FontRole, readonly string[]>>

/** Those that count as the standard's own; everything else is a substitute. */
const PROPER: Readonly<Record<FontRole, number>> = { body: 4, kai: 4, hei: 2, title: 3, song: 2 }

/** Keeps of each list what is installed. An empty list means that no Chinese font for that role was found. */
export function chooseFonts(isInstalled: (family: string) => boolean): FontChoice {
  const choose = (role: FontRole) => FONT_ROLES[role].filter(isInstalled)
  return { body: choose('body'), kai: choose('kai'), hei: choose('hei'), title: choose('title'), song: choose('song') }
}

/** The roles whose font is a substitute. */
export function substitutedRoles(choice: FontChoice): FontRole[] {
  const roles = Object.keys(FONT_ROLES) as FontRole[]
  return roles.filter((role) => !(FONT_ROLES[role].slice(0, PROPER[role]) as readonly string[]).includes(choice[role][0] ?? ''))
}

export function allFamilies(): string[] {
  return [...new Set(Object.values(FONT_ROLES).flat())]
}
