import type { Draft } from '#slices/suggestions/contract.ts'
import type { Dice } from '../dice.ts'
import type { Deputy } from '../people.ts'
import type { Place } from '../places.ts'
import type { Unit } from '../units.ts'
import { cityBuilding } from './topics/city-building.ts'
import { economyAndOrder } from './topics/economy-order.ts'
import { peopleLife } from './topics/people-life.ts'
import type { Topic } from './topics/topic.ts'

/** A suggestion as it was written, with the measures that its reply will name, one for each request. */
export interface Writing {
  readonly draft: Draft
  readonly measures: readonly string[]
  readonly districtName: string
}

const topics: Readonly<Record<string, readonly Topic[]>> = { ...cityBuilding, ...economyAndOrder, ...peopleLife }
const MOST_TITLE = 40

const openings = [
  '在{社}人大代表联络站接待群众时，多位居民反映：',
  '会前，我和代表小组到{街}走访，了解到：',
  '近期我在{区}调研，先后走访{街}的居民和单位，发现：',
  '结合日常工作和选民反映，我了解到：',
  '在“人大代表在行动”活动中，{社}群众集中反映：',
]
const evidence = [
  '走访的{n}户居民中，有{m}户提到这个问题。',
  '据街道初步统计，涉及居民约{k}人。',
  '近半年来，社区接到相关反映{n}件。',
  '我在现场看了{d}次，情况确实存在。',
]
const closings = [
  '这件事关系群众切身利益，盼望有关部门尽快研究解决。',
  '群众盼望已久，建议列入年度工作安排。',
  '解决好这个问题，投入不大，群众受益明显。',
  '希望主管部门会同{区}一并研究，给群众一个明确答复。',
]

/** Writes one suggestion that falls to `unit`, about a place the deputy knows. `taken` holds the titles that exist; no two are equal. */
export function write(unit: Unit, deputy: Deputy, places: readonly Place[], taken: Set<string>, dice: Dice): Writing {
  const choices = topics[unit.name]
  if (!choices) throw new Error(`No topics for ${unit.name}`)
  for (;;) {
    const topic = dice.pick(choices)
    const names = namesNear(topic, deputy, places, dice)
    const title = fill(topic.title, names)
    if (taken.has(title) || title.length > MOST_TITLE) continue
    taken.add(title)
    const matter = [dice.pick(openings), topic.matter, dice.isTrue(0.8) ? counted(dice) : '', dice.pick(closings)]
    const draft = {
      title,
      matter: fill(matter.join(''), names),
      requests: topic.requests.map(([request]) => fill(request, names)),
      category: topic.category,
      proposedUnitId: dice.isTrue(0.4) ? unit.id : null,
      isPublic: dice.isTrue(0.94),
      isConfidential: false,
    }
    return { draft, measures: topic.requests.map(([, measure]) => fill(measure, names)), districtName: names['区']! }
  }
}

/** Deputies mostly write about where they were elected; what is about a village must lie in a district that has some. */
function namesNear(topic: Topic, deputy: Deputy, places: readonly Place[], dice: Dice): Record<string, string> {
  const isAboutVillage = topic.title.includes('{村}')
  const home = places.find((it) => it.name === deputy.constituency)
  const fits = home && (home.isRural || !isAboutVillage)
  const place = fits && dice.isTrue(0.75) ? home : dice.pick(places.filter((it) => it.isRural || !isAboutVillage))
  const streets = place.streets.filter((it) => !isAboutVillage || it.name.endsWith('镇'))
  const street = dice.pick(streets)
  const community = dice.pick(street.communities)
  const village = dice.pick(street.communities.slice(isAboutVillage ? 1 : 0))
  const school = `${dice.pick([street.stem, street.roads[0]!.slice(0, 2)])}${dice.pick(['小学', '中心小学', '实验学校', '中学'])}`
  return { 区: place.name, 街: street.name, 社: community, 村: village, 路: dice.pick(street.roads), 校: school }
}

function counted(dice: Dice): string {
  const asked = dice.whole(18, 90)
  const numbers: Record<string, number> = {
    n: asked,
    m: Math.max(6, Math.floor(asked * (0.4 + 0.5 * dice.fraction()))),
    k: dice.whole(3, 60) * 100,
    d: dice.whole(2, 5),
  }
  return dice.pick(evidence).replaceAll(/\{([a-z])\}/g, (_, name: string) => String(numbers[name]))
}

function fill(text: string, names: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\p{Script=Han})\}/gu, (_, name: string) => names[name] ?? '')
}
