import type { Draft } from '#slices/suggestions/contract.ts'
import { diceOf } from '../dice.ts'
import { at } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Place } from '../places.ts'
import type { History, Step } from '../suggestions/steps.ts'
import { write } from '../suggestions/writing.ts'
import { unitNamed, type Unit } from '../units.ts'

/** Submitted and not yet reviewed, by the unit they will most likely go to. */
const submitted: readonly (readonly [day: string, unit: string])[] = [
  ['2022-09-20', '市住建局'],
  ['2022-09-22', '市卫健委'],
  ['2022-09-23', '市交通局'],
  ['2022-09-26', '市房产局'],
  ['2022-09-26', '市民政局'],
]

/** 王敏 has begun these two. */
const drafts: readonly (readonly [day: string, draft: Draft])[] = [
  [
    '2022-09-18',
    {
      title: '关于规范阳光社区电动自行车集中充电的建议',
      matter: '阳光社区电动自行车越来越多，集中充电桩少、收费不一，楼道充电屡禁不止。',
      requests: ['在社区空地增设集中充电桩', '统一并公示充电收费标准'],
      category: 'livelihood',
      proposedUnitId: null,
      isPublic: true,
      isConfidential: false,
    },
  ],
  [
    '2022-09-25',
    {
      title: '关于动用维修资金前公示不少于七天的建议',
      matter: '结合《物业管理条例（草案）》征求意见座谈，居民希望动用维修资金前有充分的公示。',
      requests: ['动用维修资金前在楼道公示不少于七天'],
      category: 'livelihood',
      proposedUnitId: null,
      isPublic: true,
      isConfidential: false,
    },
  ],
]

/** What is not handed over, and so stands outside the 823: five to review, one returned, two drafts. */
export function waitingHistories(deputies: readonly Deputy[], units: readonly Unit[], places: readonly Place[], taken: Set<string>): History[] {
  const dice = diceOf('waiting')
  const others = deputies.filter((it) => it.name !== '王敏' && places.some((place) => place.name === it.constituency))
  const wang = deputies.find((it) => it.name === '王敏')!
  const begun = (deputy: Deputy, unitName: string, on: string): Step => {
    const { draft } = write(unitNamed(units, unitName), deputy, places, taken, dice)
    return { action: 'draft', at: at(on, 20), draft }
  }
  const toReview = submitted.map(([day, unitName], index) => {
    const deputy = dice.pick(others)
    const steps: Step[] = [begun(deputy, unitName, '2022-09-17'), { action: 'submit', at: at(day, 10 + index) }]
    return history(`submitted ${index + 1}`, deputy, steps)
  })
  const author = dice.pick(others)
  const returned = history('returned 1', author, [
    begun(author, '市教育局', '2022-09-14'),
    { action: 'submit', at: at('2022-09-15', 9.5) },
    { action: 'return', at: at('2022-09-20', 15), reason: '一件建议只说一件事。请把学位建设和校车两件事分开提，并写明具体学校。' },
  ])
  const own = drafts.map(([day, draft], index) => history(`draft ${index + 1}`, wang, [{ action: 'draft', at: at(day, 20.5), draft }]))
  return [...toReview, returned, ...own]
}

function history(name: string, deputy: Deputy, steps: Step[]): History {
  return { key: `17-2022 ${name}`, deputy, term: 17, session: null, series: '17-2022', steps }
}
