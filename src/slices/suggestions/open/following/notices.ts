import * as z from 'zod'
import type { EventRow } from '#kernel/audit/contract.ts'
import { sentenceOf } from '#kernel/audit/contract.ts'
import { people, type NoticeDraft, type NoticeRules } from '#kernel/notifications/api.ts'
import { events } from '../../events.ts'

/** What a follower is told of; each is public, and each names the suggestion by its title and reference. */
export const toldToFollowers = [
  'suggestion.assigned',
  'suggestion.reassigned',
  'suggestion.extended',
  'suggestion.replied',
  'suggestion.rating_disclosed',
  'suggestion.rehandled',
  'suggestion.escalated',
  'suggestion.lapsed',
  'suggestion.closed',
] as const satisfies readonly (keyof typeof events)[]

const Named = z.object({ title: z.string(), reference: z.string() })

/** The rules of a slice and, behind them, what those who follow are told; who is told by the first is told once. */
export function withFollowers(rules: NoticeRules): NoticeRules {
  const more = toldToFollowers.map((name): [string, NoticeRules[string]] => [
    name,
    (event) => [...(rules[name]?.(event) ?? []), ...toFollowers(event)],
  ])
  return { ...rules, ...Object.fromEntries(more) }
}

function toFollowers(event: EventRow): NoticeDraft[] {
  const named = Named.safeParse(event.payload)
  if (!named.success) return []
  const { title, reference } = named.data
  return [
    {
      to: people.followersOf(event.subjectId),
      text: {
        zh: `您关注的《${title}》：${sentenceOf(events, event, 'zh-CN')}。`,
        en: `“${title}”, which you follow: ${sentenceOf(events, event, 'en')}.`,
      },
      why: { zh: '您关注了这件建议', en: 'you follow this suggestion' },
      link: `/suggestions/${reference}`,
    },
  ]
}
