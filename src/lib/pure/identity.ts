/**
 * The colours of product.md 11, once. `src/portal/tokens.css` carries the same values for style sheets (a test compares them);
 * the workbench theme takes them from here. All are #RRGGBB. `big` is the large-text view: text at 7:1 or better.
 */
export const paletteNames = ['light', 'dark', 'big', 'bigDark'] as const
export type PaletteName = (typeof paletteNames)[number]

export type Palette = {
  text: string
  text2: string
  text3: string
  bg: string
  surface: string
  sunken: string
  line: string
  control: string
  link: string
  primaryFg: string
  primaryBg: string
  primaryHover: string
  dangerFg: string
  dangerBg: string
  focus: string
  idleFg: string
  idleBg: string
  normalFg: string
  normalBg: string
  nearFg: string
  nearBg: string
  lateFg: string
  lateBg: string
  doneFg: string
  doneBg: string
  transferFg: string
  transferBg: string
  fillIdle: string
  fillNormal: string
  fillNear: string
  fillLate: string
  fillDone: string
  fillAdopted: string
  fillTransfer: string
}

const light: Palette = {
  text: '#1A1F27',
  text2: '#4A5361',
  text3: '#5F6977',
  bg: '#FFFFFF',
  surface: '#F6F7F9',
  sunken: '#EDEFF3',
  line: '#D5D9E0',
  control: '#7D8694',
  link: '#1B5A94',
  primaryFg: '#FFFFFF',
  primaryBg: '#1F4E79',
  primaryHover: '#163A5C',
  dangerFg: '#FFFFFF',
  dangerBg: '#B3261E',
  focus: '#0B57D0',
  idleFg: '#5F6977',
  idleBg: '#EDEFF3',
  normalFg: '#1F4E79',
  normalBg: '#E8EFF9',
  nearFg: '#8A5300',
  nearBg: '#FFF3DC',
  lateFg: '#B3261E',
  lateBg: '#FBEBEA',
  doneFg: '#1E6B3A',
  doneBg: '#E6F3EA',
  transferFg: '#1F5FA8',
  transferBg: '#E8EFF9',
  fillIdle: '#7D8694',
  fillNormal: '#1F4E79',
  fillNear: '#C97E00',
  fillLate: '#A61B14',
  fillDone: '#3A9B5F',
  fillAdopted: '#1E6B3A',
  fillTransfer: '#1F5FA8',
}

const dark: Palette = {
  text: '#E7EAEE',
  text2: '#B4BDC9',
  text3: '#97A1AF',
  bg: '#12161C',
  surface: '#1A2028',
  sunken: '#262E38',
  line: '#333C48',
  control: '#77818F',
  link: '#9CC4EE',
  primaryFg: '#0D1014',
  primaryBg: '#8DB9E6',
  primaryHover: '#A9CBEE',
  dangerFg: '#0D1014',
  dangerBg: '#F2938C',
  focus: '#FFD54A',
  idleFg: '#A6B0BD',
  idleBg: '#262E38',
  normalFg: '#8DB9E6',
  normalBg: '#182838',
  nearFg: '#F2BE5C',
  nearBg: '#35270C',
  lateFg: '#F2938C',
  lateBg: '#3A1A18',
  doneFg: '#7FCB97',
  doneBg: '#16301F',
  transferFg: '#8DB9E6',
  transferBg: '#12161C',
  fillIdle: '#7D8896',
  fillNormal: '#5E9AD8',
  fillNear: '#E5A83B',
  fillLate: '#D4574F',
  fillDone: '#9BE3B0',
  fillAdopted: '#7FCB97',
  fillTransfer: '#5E9AD8',
}

const big: Palette = {
  ...light,
  text: '#000000',
  text2: '#1A1F27',
  text3: '#2F3742',
  control: '#4A5361',
  link: '#123F6B',
  primaryBg: '#163A5C',
  primaryHover: '#0E2740',
  dangerBg: '#8E1A13',
  idleFg: '#2F3742',
  normalFg: '#163A5C',
  nearFg: '#5E3800',
  lateFg: '#8A1710',
  doneFg: '#124A27',
  transferFg: '#16457C',
}

const bigDark: Palette = {
  ...dark,
  text: '#FFE500',
  text2: '#FFF3A0',
  text3: '#E7EAEE',
  bg: '#000000',
  surface: '#0D1014',
  sunken: '#1A2028',
  control: '#B4BDC9',
  link: '#B9D8F7',
  primaryFg: '#000000',
  primaryBg: '#FFE500',
  primaryHover: '#FFF3A0',
  dangerFg: '#000000',
  dangerBg: '#F7B3AE',
  idleFg: '#D5DBE3',
  idleBg: '#1A2028',
  normalFg: '#B9D8F7',
  normalBg: '#0F1C2A',
  nearFg: '#FFD98F',
  nearBg: '#241A06',
  lateFg: '#F9C4C0',
  lateBg: '#2A100E',
  doneFg: '#A9E6BD',
  doneBg: '#0E2115',
  transferFg: '#B9D8F7',
  transferBg: '#000000',
}

export const palettes: Record<PaletteName, Palette> = { light, dark, big, bigDark }

/** The palette for a resolved view and brightness. */
export function paletteFor(view: 'standard' | 'big', isDark: boolean): Palette {
  if (view === 'big') return isDark ? bigDark : big
  return isDark ? dark : light
}

/** WCAG 2 contrast ratio of two #RRGGBB colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/**
 * The accent of a white-label congress: a hue (0–359 degrees) becomes button, hover and link colours that keep 7:1 on the page,
 * so no hue can make a page unreadable (product.md 11 asks 4.5:1 at least).
 */
export function accentColours(hue: number, isDark: boolean): { button: string; hover: string; link: string } {
  const ground = isDark ? dark.bg : light.bg
  const button = readable(hue, ground, isDark, 7)
  return { button, hover: readable(hue, ground, isDark, 10.5), link: button }
}

function readable(hue: number, ground: string, isDark: boolean, ratio: number): string {
  for (let step = 0; step <= 100; step += 1) {
    const colour = hslToHex(hue, 55, isDark ? 50 + step / 2 : 50 - step / 2)
    if (contrast(colour, ground) >= ratio) return colour
  }
  return isDark ? '#FFFFFF' : '#000000'
}

/** Hue in degrees, saturation and lightness in percent. */
function hslToHex(hue: number, saturation: number, lightness: number): string {
  const s = saturation / 100
  const l = lightness / 100
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`.toUpperCase()
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
