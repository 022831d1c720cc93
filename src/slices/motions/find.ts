import { MOST_OF_A_KIND, type Finder } from '#kernel/search/api.ts'
import type { Found, Match } from '#kernel/search/contract.ts'
import { pick } from '#lib/pure/words.ts'
import { list } from './list-store.ts'
import { scopeOf } from './rules/scope.ts'
import type { Motion } from './store.ts'
import { words } from './words.ts'

const NUMBER = /^议案\s*第?\s*(\d{1,4})\s*号?$/
const FEWEST_LETTERS = 2

/** Motions for what was typed, within the scope of the actor's lists: `议案第3号`, or words of the cause, the text or the lead deputy's name. */
export const findMotions: Finder = async ({ tx, actor, locale, words: typed }) => {
  const scope = scopeOf(actor)
  const w = pick(locale, words)
  const toFound = (it: Motion, match: Match): Found => ({
    kind: 'motion',
    id: it.id,
    title: it.number === null ? it.title : `${w.numbered(it.number)}　${it.title}`,
    detail: [it.deputyName, w.status[it.status]].join(' · '),
    match,
  })
  const number = NUMBER.exec(typed)?.[1]
  if (number !== undefined) {
    const rows = await list(tx, scope, { number: Number(number), limit: MOST_OF_A_KIND })
    return rows.map((it) => toFound(it, 'number'))
  }
  if (typed.length < FEWEST_LETTERS) return []
  const rows = await list(tx, scope, { q: typed, limit: MOST_OF_A_KIND })
  return rows.map((it) => toFound(it, it.title.includes(typed) ? 'name' : 'text'))
}
