import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { presets } from '../presets/presets.ts'
import { profileDifferences } from './profile-diff.ts'
import { SuggestionProfile } from './profile.ts'
import { profileWords } from './profile-words.ts'

const standard = presets.standard.settings
const { terms } = standard
const diff = (change: Partial<SuggestionProfile>) => profileDifferences(standard, { ...standard, ...change }, 'zh-CN')

describe('PLT-03 the differences of two profiles, in words', () => {
  it('a profile does not differ from itself', () => {
    for (const { settings } of Object.values(presets)) expect(profileDifferences(settings, settings, 'zh-CN')).toEqual([])
  })

  it('a number with its unit, its start and the provision behind it', () => {
    const basis = '《示例市人民代表大会代表建议办理规定》第二十条'
    const feedback = { term: { amount: 10, unit: 'workday' }, startsAt: 'reply', basis } as const
    expect(diff({ terms: { ...terms, feedback } })).toEqual([
      {
        key: 'terms.feedback',
        label: '代表评价',
        before: '自收到答复之日起 15 个工作日',
        after: '自收到答复之日起 10 个工作日',
        basis,
      },
      {
        key: '代表评价的依据',
        label: '代表评价的依据',
        before: '参照《北京市人民代表大会代表建议、批评和意见办理条例》第二十三条',
        after: basis,
        basis: null,
      },
    ])
  })

  it('5 日 is not 5 个工作日', () => {
    const handOver = { ...terms.handOver!, term: { amount: 7, unit: 'day' } } as const
    expect(diff({ terms: { ...terms, handOver } })).toMatchObject([
      { before: '自收到建议之日起 7 个工作日', after: '自收到建议之日起 7 日' },
    ])
  })

  it('a clock that is switched off keeps the provision that set it; one switched on brings its own', () => {
    const off = diff({ terms: { ...terms, coOpinion: null } })
    expect(off).toMatchObject([{ label: '会办（协办）意见', after: '不设', basis: terms.coOpinion?.basis }])
    const firstContact = { term: { amount: 20, unit: 'workday' }, startsAt: 'receipt', basis: '《示例规定》第十八条' } as const
    expect(diff({ terms: { ...terms, firstContact } })).toMatchObject([
      { before: '不设', after: '自单位收到之日起 20 个工作日', basis: '《示例规定》第十八条' },
    ])
  })

  it('a class that is added, reworded or removed; a new order only where nothing else tells it', () => {
    const [a, b, c, d] = standard.classes as [SuggestionProfile['classes'][number], ...SuggestionProfile['classes']]
    const added = { code: 'E', label: '属上级职权', meaning: 'upperLevel', opensCommitment: false } as const
    expect(diff({ classes: [...standard.classes, added] })).toMatchObject([
      { label: '办理结果 E 类', before: '没有', after: '属上级职权（属上级职权）' },
    ])
    expect(diff({ classes: [{ ...a, opensCommitment: true }, b!, c!, d!] })).toMatchObject([
      { label: '办理结果 A 类', after: '所提问题已经解决或者基本解决（已经解决，列入承诺事项）' },
    ])
    expect(diff({ classes: [a, b!, c!] })).toMatchObject([{ label: '办理结果 D 类', after: '没有' }])
    expect(diff({ classes: [b!, a, c!, d!] })).toMatchObject([
      { label: '办理结果类别的次序', before: 'A、B、C、D', after: 'B、A、C、D' },
    ])
  })

  it('one provision behind a whole list is told once', () => {
    expect(diff({ groundsBasis: '《示例规定》第七条' })).toMatchObject([
      { label: '不作为建议的情形的依据', after: '《示例规定》第七条' },
    ])
  })

  it('says the same in English, with words for everything', () => {
    expect(wordGaps(profileWords)).toEqual([])
    const rehandling = { ...terms.rehandling, term: { amount: 2, unit: 'month' } } as const
    expect(profileDifferences(standard, { ...standard, terms: { ...terms, rehandling } }, 'en')).toMatchObject([
      { label: 'Handling again', before: '1 month from the demand to handle it again' },
    ])
  })
})

describe('PLT-03 no change goes unseen', () => {
  const all = Object.values(presets).map((it) => it.settings)
  const profile = fc.record({
    ...Object.fromEntries(
      Object.keys(standard).map((part) => [part, fc.constantFrom(...all.map((it) => Reflect.get(it, part)))]),
    ),
    terms: fc.record(
      Object.fromEntries(
        Object.keys(terms).map((step) => [step, fc.constantFrom(...all.map((it) => Reflect.get(it.terms, step)))]),
      ),
    ),
  })

  it('any mixture of presets differs from another exactly where its settings do', () => {
    fc.assert(
      fc.property(profile, profile, (one, other) => {
        const [before, after] = [SuggestionProfile.parse(one), SuggestionProfile.parse(other)]
        const found = profileDifferences(before, after, 'zh-CN')
        expect(found.length === 0).toBe(JSON.stringify(before) === JSON.stringify(after))
        expect(new Set(found.map((it) => it.key)).size).toBe(found.length)
        for (const it of found) expect(it.before).not.toBe(it.after)
      }),
    )
  })
})
