import { describe, expect, test } from 'vitest'

import type { Palette } from './identity.ts'
import { contrast, paletteNames, palettes } from './identity.ts'

const onGround: (keyof Palette)[] = ['text', 'text2', 'text3', 'link']
const tags = ['idle', 'normal', 'near', 'late', 'done', 'transfer'] as const

describe.for(paletteNames)('palette %s', (name) => {
  const palette = palettes[name]
  const floor = name === 'light' || name === 'dark' ? 4.5 : 7

  test.for(onGround)(`%s on page and surface at ${floor}:1`, (ink) => {
    expect(contrast(palette[ink], palette.bg)).toBeGreaterThanOrEqual(floor)
    expect(contrast(palette[ink], palette.surface)).toBeGreaterThanOrEqual(floor)
  })

  test.for(tags)(`tag %s at ${floor}:1`, (tag) => {
    expect(contrast(palette[`${tag}Fg`], palette[`${tag}Bg`])).toBeGreaterThanOrEqual(floor)
    expect(contrast(palette[`${tag}Fg`], palette.bg)).toBeGreaterThanOrEqual(floor)
  })

  test('buttons, borders, focus ring and fills', () => {
    expect(contrast(palette.primaryFg, palette.primaryBg)).toBeGreaterThanOrEqual(floor)
    expect(contrast(palette.primaryFg, palette.primaryHover)).toBeGreaterThanOrEqual(floor)
    expect(contrast(palette.dangerFg, palette.dangerBg)).toBeGreaterThanOrEqual(floor)
    for (const line of [palette.control, palette.focus, palette.fillIdle, palette.fillNear, palette.fillLate, palette.fillDone]) {
      expect(contrast(line, palette.bg)).toBeGreaterThanOrEqual(3)
    }
  })
})

test('the measured ratios of the design', () => {
  expect(contrast('#1A1F27', '#FFFFFF')).toBeCloseTo(16.55, 1)
  expect(contrast('#8A5300', '#FFF3DC')).toBeCloseTo(5.76, 1)
  expect(contrast('#FFE500', '#000000')).toBeCloseTo(16.46, 1)
})
