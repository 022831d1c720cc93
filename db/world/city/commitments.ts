import { toBeijingDate } from '#lib/pure/date.ts'
import type { SuggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { playPromise, type Origin, type PlayedPromise } from '../commitments/play.ts'
import { fates, isGrown, scriptOf, type Script } from '../commitments/scripts.ts'
import { diceOf } from '../dice.ts'
import { at } from '../moment.ts'
import type { Played } from '../suggestions/play.ts'
import type { Cast } from '../suggestions/steps.ts'
import type { Unit } from '../units.ts'

interface Stage {
  readonly units: readonly Unit[]
  readonly cast: Cast
  readonly profile: SuggestionProfile
}

/** Two units sign in at the demo and keep the books of all their promises; of the others, one in five is written down. */
const WHOLE_BOOKS = ['市房产局', '市交通局']
const ONE_IN = 5
/** A reply reaches the deputy in the afternoon; the promise is made in it. */
const REPLIED_AT = 17.9

/** 第112号: what 王敏 was promised. The first one waits for her rating, the second one is what the unit carries into the next year. */
const renewal: readonly { readonly content: string; readonly script: Script }[] = [
  {
    content: '各改造小区成立“小区改造居民义务监督小组”，请人大代表参加',
    script: {
      dueOn: '2022-09-15',
      steps: [
        { act: 'report', at: at('2022-07-08', 10), text: '首批 224 个小区中已有 180 个成立监督小组。' },
        {
          act: 'keep',
          at: at('2022-09-13', 15),
          text: '475 个改造小区全部成立监督小组，名单在小区公示栏公布。',
          evidence: '房函〔2022〕61号，附监督小组名单',
        },
      ],
    },
  },
  {
    content: '首批改造小区完成满意度测评和质量回访，结果向代表书面报告',
    script: {
      dueOn: '2022-12-30',
      steps: [{ act: 'report', at: at('2022-09-09', 11), text: '首批小区已回访 96 个，满意度 97.2%，发现的 41 个质量问题已整改 38 个。' }],
    },
  },
]

/** The promises behind the replies of this city: open, overdue, carried, kept, not kept, rated. */
export function playCommitments(suggestions: readonly Played[], stage: Stage): PlayedPromise[] {
  const promising = new Set(stage.profile.classes.filter((it) => it.opensCommitment).map((it) => it.code))
  const answered = suggestions
    .flatMap((it) => originOf(it, promising, stage.units))
    .toSorted((a, b) => (a.origin.reference < b.origin.reference ? -1 : 1))
  const counts = new Map<string, number>()
  return answered.flatMap(({ origin, request }, index) => {
    if (origin.reference === '17-1-0112') return renewal.map(({ content, script }) => playPromise(origin, content, script, stage.cast))
    if (!WHOLE_BOOKS.includes(origin.unit.name) && index % ONE_IN !== 0) return []
    const openedOn = toBeijingDate(origin.repliedAt)
    const nth = counts.get(origin.unit.name) ?? (WHOLE_BOOKS.includes(origin.unit.name) ? 1 : index)
    if (isGrown(openedOn)) counts.set(origin.unit.name, nth + 1)
    const dice = diceOf(`commitment ${origin.reference}`)
    const script = scriptOf(fates[nth % fates.length]!, openedOn, origin.unit.name, dice)
    return [playPromise(origin, `${request}，结果向代表书面报告`, script, stage.cast)]
  })
}

/** The suggestion whose present reply promises something, with the request that the promise is about. */
function originOf({ suggestion, requests, replies }: Played, promising: ReadonlySet<string>, units: readonly Unit[]) {
  const reply = replies.find((it) => it.round === suggestion.round && it.unit_id === suggestion.unit_id)
  const unit = units.find((it) => it.id === reply?.unit_id)
  const request = requests[0]?.text
  if (!reply || !unit || !request || !suggestion.reference || !promising.has(reply.class)) return []
  const origin: Origin = {
    suggestionId: suggestion.id,
    reference: suggestion.reference,
    title: suggestion.title,
    unit,
    leadDeputyId: suggestion.lead_deputy_id,
    round: suggestion.round ?? 1,
    term: suggestion.term,
    repliedAt: at(String(reply.replied_on), REPLIED_AT),
  }
  return [{ origin, request }]
}
