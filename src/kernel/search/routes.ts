import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import { matches, type api, type Found } from './contract.ts'
import { MOST_OF_A_KIND, type Finder } from './finder.ts'

interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
}

/** One question to every module, one list; who may see what is decided in each finder. */
export function handlersOf(finders: readonly Finder[]): Handlers<Reading, typeof api> {
  return {
    search: async ({ tx, actor, now, locale }, { query }) => {
      if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
      const found: Found[] = []
      for (const find of finders) {
        const items = await find({ tx, actor, now, locale, words: query.q })
        found.push(...items.slice(0, MOST_OF_A_KIND))
      }
      return { items: found.toSorted((a, b) => matches.indexOf(a.match) - matches.indexOf(b.match)) }
    },
  }
}
