import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/presets.ts'
import { missingInHead, missingInSettings, nextCode } from './profile-form.ts'
import { versionWords } from './words.ts'

const t = versionWords.zh.missing
const { settings } = presets.standard

describe('PLT-03 what a form says before it asks', () => {
  it.each(Object.entries(presets))('nothing about the preset %s', (_, preset) => {
    expect(missingInSettings(preset.settings, t)).toEqual([])
  })

  it('names every empty place by its path in the request', () => {
    const broken = {
      ...settings,
      terms: { ...settings.terms, reply: { ...settings.terms.reply, term: { amount: 0, unit: 'month' as const }, basis: ' ' } },
      nearWithinWorkdays: 31,
      classes: [{ ...settings.classes[0]!, code: '' }, ...settings.classes.slice(1)],
      grounds: [],
    }
    expect(missingInSettings(broken, t).map((it) => it.path)).toEqual([
      'settings.terms.reply.term.amount',
      'settings.terms.reply.basis',
      'settings.nearWithinWorkdays',
      'settings.classes.0.code',
      'settings.grounds',
    ])
  })

  it('asks for a name and a day that has not passed', () => {
    const form = { from: 'version:1', settings, title: '新', effectiveOn: '2022-02-28' }
    expect(missingInHead(form, '2022-03-01', t).map((it) => it.path)).toEqual(['title', 'effectiveOn'])
    expect(missingInHead({ ...form, title: '新规则', effectiveOn: '2022-03-01' }, '2022-03-01', t)).toEqual([])
  })

  it('proposes the next free code in the manner of those there are', () => {
    expect(nextCode(['A', 'B', 'C', 'D'])).toBe('E')
    expect(nextCode(['A', 'C'])).toBe('B')
    expect(nextCode(['一', '二', '三', '四'])).toBe('五')
    expect(nextCode([])).toBe('A')
  })
})
