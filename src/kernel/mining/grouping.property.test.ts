import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupOpinions } from './group-opinions.ts'
import { addToGrouping, groupsOf, OPINION_GROUPING, restoreGrouping, startGrouping } from './grouping.ts'

const PARTS = [
  '充电桩',
  '应当',
  '消防通道',
  '物业',
  '不得',
  '电动车',
  '楼道',
  '充电',
  '罚款',
  '过高',
  '建议',
  '降低',
  '第十二条',
  '停放',
  '居民',
  '公示',
]
const text = fc.array(fc.constantFrom(...PARTS), { minLength: 2, maxLength: 10 }).map((parts) => parts.join(''))
const items = fc.array(text, { maxLength: 60 }).map((texts) => texts.map((one, at) => ({ id: `o${at}`, text: one })))

describe('grouping of opinions', () => {
  it('puts every opinion into exactly one group', () => {
    fc.assert(
      fc.property(items, (all) => {
        const ids = groupOpinions(all).groups.flatMap((group) => group.ids)
        expect(ids.sort()).toEqual(all.map(({ id }) => id).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('gives in portions what it gives at once, also after a restart in between', () => {
    fc.assert(
      fc.property(items, fc.nat(60), (all, cut) => {
        const whole = groupOpinions(all).groups
        const first = startGrouping(OPINION_GROUPING)
        addToGrouping(first, all.slice(0, cut))
        const stored = first.items.map((item, at) => ({ item, group: `g${first.groupOf[at]!}` }))
        const second = restoreGrouping(OPINION_GROUPING, stored)
        addToGrouping(first, all.slice(cut))
        addToGrouping(second, all.slice(cut))
        expect(groupsOf(first)).toEqual(whole)
        expect(groupsOf(second)).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps copies of a text together', () => {
    fc.assert(
      fc.property(items, text, (all, copied) => {
        const copies = [
          { id: 'c1', text: copied },
          { id: 'c2', text: ` ${copied} ` },
        ]
        const { groups } = groupOpinions([copies[0]!, ...all, copies[1]!])
        expect(groups.find(({ ids }) => ids.includes('c1'))!.ids).toContain('c2')
      }),
      { numRuns: 40 },
    )
  })
})

describe('groups on invented opinions', () => {
  const opinions = [
    { id: '1', text: '第十二条罚款五千元太高，建议降到一千元' },
    { id: '2', text: '充电设施应当由物业统一建设' },
    { id: '3', text: '第十二条的罚款太高，建议降低罚款' },
    { id: '4', text: '建议充电设施由物业统一建设和维护' },
    { id: '5', text: '应当规定盲人导盲犬可以进入公园' },
  ]

  it('joins what is alike, leaves the rest apart and says how', () => {
    const { groups, method, options } = groupOpinions(opinions)
    expect(groups.map(({ ids }) => ids)).toEqual([['1', '3'], ['2', '4'], ['5']])
    expect(method).toContain(String(options.threshold))
  })

  it('joins nothing but copies at threshold 1', () => {
    const { groups } = groupOpinions([...opinions, { id: '6', text: opinions[0]!.text }], { threshold: 1.01 })
    expect(groups.map(({ ids }) => ids.length)).toEqual([2, 1, 1, 1, 1])
  })
})
