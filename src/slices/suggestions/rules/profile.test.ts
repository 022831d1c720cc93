import { describe, expect, it } from 'vitest'
import type { Term } from '#kernel/procedure/contract.ts'
import { presets } from '../presets/presets.ts'
import { SuggestionProfile } from './profile.ts'

const standard = presets.standard.settings

describe('PLT-03 presets', () => {
  it.each(Object.entries(presets))('%s fits the schema and names a basis for every number', (_, { settings }) => {
    expect(SuggestionProfile.parse(settings)).toEqual(settings)
    for (const timed of Object.values(settings.terms)) if (timed) expect(timed.basis).toMatch(/^(参照)?《.+》/)
  })

  it.each(Object.entries(presets))('%s survives the way through JSON, as it is stored', (_, { settings }) => {
    expect(SuggestionProfile.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })

  const term = (amount: number, unit: Term['unit']) => ({ amount, unit })
  it.each<[keyof typeof presets, Record<string, Term | null>]>([
    [
      'beijing',
      { handOver: null, objection: null, coOpinion: null, feedback: term(15, 'workday'), rehandling: term(2, 'month') },
    ],
    [
      'shanghai',
      {
        handOver: term(7, 'workday'),
        objection: term(7, 'workday'),
        coOpinion: term(1, 'month'),
        feedback: null,
        rehandling: term(1, 'month'),
      },
    ],
    [
      'shandong',
      {
        handOver: term(5, 'day'),
        objection: term(5, 'day'),
        coOpinion: term(1, 'month'),
        feedback: null,
        rehandling: term(1, 'month'),
      },
    ],
    [
      'chongqing',
      {
        handOver: term(10, 'workday'),
        objection: term(10, 'workday'),
        reassignment: term(10, 'workday'),
        firstContact: term(20, 'workday'),
        coOpinion: term(30, 'workday'),
        feedback: term(20, 'workday'),
        rehandling: term(2, 'month'),
      },
    ],
  ])('%s carries the numbers of its regulation', (name, expected) => {
    const terms: Record<string, { term: Term } | null> = presets[name].settings.terms
    expect(Object.fromEntries(Object.keys(expected).map((step) => [step, terms[step]?.term ?? null]))).toEqual(expected)
  })

  it('every preset replies in three months, six where difficult, never later than six', () => {
    for (const { settings } of Object.values(presets)) {
      const { reply, replyDifficult, replyLimit } = settings.terms
      expect([reply, replyDifficult, replyLimit].map((it) => it.term)).toEqual(
        [3, 6, 6].map((amount) => ({ amount, unit: 'month' })),
      )
      expect(reply.basis).toContain('《代表法》第五十一条')
    }
  })
})

describe('PLT-03 the law limits every profile', () => {
  const withTerms = (terms: object) => SuggestionProfile.safeParse({ ...standard, terms: { ...standard.terms, ...terms } })
  const reply = (term: Term) => withTerms({ reply: { ...standard.terms.reply, term } }).success

  it.each<[number, Term['unit'], boolean]>([
    [3, 'month', true],
    [4, 'month', false],
    [84, 'day', true],
    [90, 'day', false],
    [45, 'workday', true],
    [60, 'workday', false],
  ])('a reply in %i %s: %s', (amount, unit, isLawful) => {
    expect(reply({ amount, unit })).toBe(isLawful)
  })

  it('no extension beyond six months, and no clock that waits for the unit to sign', () => {
    const seven: Term = { amount: 7, unit: 'month' }
    expect(withTerms({ replyLimit: { ...standard.terms.replyLimit, term: seven } }).success).toBe(false)
    expect(withTerms({ replyDifficult: { ...standard.terms.replyDifficult, term: seven } }).success).toBe(false)
    expect(withTerms({ reply: { ...standard.terms.reply, startsAt: 'receipt' } }).success).toBe(false)
  })

  it('says why, in a sentence with the article', () => {
    const refused = withTerms({ reply: { ...standard.terms.reply, term: { amount: 4, unit: 'month' } } })
    expect(refused.error?.issues).toMatchObject([
      {
        path: ['terms', 'reply', 'term', 'amount'],
        message: '答复期限不得长于自交办之日起三个月（《代表法》第五十一条）',
      },
    ])
  })

  it('refuses one code for two classes or grounds', () => {
    const twice = <T>(list: readonly T[]) => [...list, list[0]]
    const pathsOf = (change: object) =>
      SuggestionProfile.safeParse({ ...standard, ...change }).error?.issues.map(({ path }) => path.join('.'))
    expect(pathsOf({ classes: twice(standard.classes) })).toEqual(['classes.4.code'])
    expect(pathsOf({ grounds: twice(standard.grounds) })).toEqual(['grounds.7.code'])
  })

  it('refuses a number without its basis', () => {
    expect(withTerms({ feedback: { ...standard.terms.feedback, basis: '' } }).success).toBe(false)
  })
})
