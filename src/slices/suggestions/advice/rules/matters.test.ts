import { describe, expect, test } from 'vitest'
import { cityBuilding } from '../../../../../db/world/suggestions/topics/city-building.ts'
import { economyAndOrder } from '../../../../../db/world/suggestions/topics/economy-order.ts'
import { peopleLife } from '../../../../../db/world/suggestions/topics/people-life.ts'
import { groundCodes } from '../../rules/grounds.ts'
import { groundHints } from './ground-hints.ts'
import { otherMatters, type Written } from './matters.ts'
import { missingParts } from './parts-present.ts'
import { splitOff } from './split-off.ts'

const bus = { title: '关于优化公交线路的建议', matter: '新建小区公交线路绕行多，居民换乘不便。' }

test.each<[string, Written, number[]]>([
  ['one matter', { ...bus, requests: ['延伸公交线路', '早晚高峰加密公交班次'] }, []],
  ['another matter with another unit', { ...bus, requests: ['延伸公交线路', '提高医保门诊报销比例'] }, [1]],
  ['two of another matter', { ...bus, requests: ['延伸公交线路', '提高医保门诊报销比例', '扩大医保药品目录'] }, [1, 2]],
  ['other words, but no sign of another unit', { ...bus, requests: ['延伸公交线路', '明确牵头领导'] }, []],
  ['tied to the matter through another request', { ...bus, requests: ['延伸公交线路到人民医院', '人民医院门前增设信号灯'] }, []],
  [
    'the matter speaks of it too',
    { ...bus, matter: `${bus.matter}医保门诊报销也不便。`, requests: ['提高医保门诊报销比例'] },
    [],
  ],
  ['nothing would be left of the first', { ...bus, requests: ['提高医保门诊报销比例', '扩大医保药品目录'] }, []],
  ['empty lines of a form', { ...bus, requests: ['', '延伸公交线路'] }, []],
  ['nothing written yet', { title: '', matter: '', requests: ['提高医保门诊报销比例'] }, []],
])('SUG-21 one matter: %s', (_, text, at) => {
  expect(otherMatters(text).map((it) => it.at)).toEqual(at)
})

test('SUG-21 the reason names the words of the other matter', () => {
  const [found] = otherMatters({ ...bus, requests: ['延伸公交线路', '提高医保门诊报销比例'] })
  expect(found?.words).toEqual(['医保', '报销', '门诊'])
})

test('SUG-21 splitting leaves what belongs here and begins a second text with what is said of the other', () => {
  const text = { ...bus, matter: `${bus.matter}医保卡不通用。`, requests: ['延伸公交线路', '推进医保异地结算；方便老人'] }
  const split = splitOff(text, [{ at: 1, words: ['医保'] }], '请写明情况')
  expect(split).toEqual({
    rest: ['延伸公交线路'],
    second: { title: '关于推进医保异地结算的建议', matter: '医保卡不通用。', requests: ['推进医保异地结算；方便老人'] },
  })
  expect(splitOff({ ...text, matter: bus.matter }, [{ at: 1, words: ['医保'] }], '请写明情况').second.matter).toBe('请写明情况')
  const long = splitOff({ ...text, requests: ['长'.repeat(900)] }, [{ at: 0, words: [] }], '请写明情况')
  expect([...long.second.title].length).toBeLessThanOrEqual(40)
})

const places: Readonly<Record<string, string>> = {
  区: '清溪区',
  街: '康园街道',
  社: '安景社区',
  村: '紫秀村',
  路: '西风路',
  校: '康园小学',
}
const placed = (text: string) => text.replaceAll(/\{(.)\}/gu, (_, name: string) => places[name] ?? '')

describe('on the texts of the demonstration, each of one matter', () => {
  const topics = Object.entries({ ...cityBuilding, ...economyAndOrder, ...peopleLife }).flatMap(([unit, all]) =>
    all.map(({ title, matter, requests }) => ({
      unit,
      title: placed(title),
      matter: placed(matter),
      requests: requests.map(([request]) => placed(request)),
    })),
  )

  test('SUG-21 at most 3 in 100 are held to be of two matters; of those with a foreign request one in four is noticed', () => {
    expect(topics.length).toBeGreaterThan(120)
    expect(topics.filter((it) => otherMatters(it).length > 0).length / topics.length).toBeLessThanOrEqual(0.03)
    const mixed = topics.flatMap((it, at) => {
      const other = topics[(at * 37 + 101) % topics.length]!
      return other.unit === it.unit ? [] : [{ ...it, requests: [...it.requests, ...other.requests], own: it.requests.length }]
    })
    const noticed = mixed.filter((it) => otherMatters(it).some(({ at }) => at >= it.own))
    expect(noticed.length / mixed.length).toBeGreaterThan(0.25)
  })

  test('SUG-21 none looks like a ground for refusal, none lacks its requests', () => {
    for (const it of topics) {
      expect(groundHints(it, groundCodes), it.title).toEqual([])
      expect(missingParts(it, true), it.title).toEqual([])
    }
  })
})
