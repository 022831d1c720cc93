import { MOST_OF_A_KIND, type Finder } from '#kernel/search/api.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { pick } from '#lib/pure/words.ts'
import { list } from './list-store.ts'
import { sightOf } from './rules/may.ts'
import { nameOf } from './rules/name.ts'
import { words } from './words.ts'

const FEWEST_LETTERS = 2
const MOST_LETTERS = 40

/** Concerns for what was typed, within what the actor may see: words of the text, the place or the deputy's name. */
export const findConcerns: Finder = async ({ tx, actor, locale, now, words: typed }) => {
  if (typed.length < FEWEST_LETTERS || typed.length > MOST_LETTERS) return []
  const w = pick(locale, words)
  const rows = await list(tx, sightOf(actor), { q: typed, limit: MOST_OF_A_KIND }, toBeijingDate(now))
  return rows.map((it) => ({
    kind: 'concern',
    id: it.id,
    title: nameOf(it.text),
    detail: [it.place, it.unitName, w.status[it.status]].join(' · '),
    match: it.place.includes(typed) ? 'name' : 'text',
  }))
}
