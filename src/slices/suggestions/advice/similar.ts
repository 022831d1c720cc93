import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { buildSimilarIndex, similarTo, type TextItem } from '#kernel/mining/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { masked } from '#lib/pure/personal-data.ts'
import { seesEverything } from '../rules/may.ts'
import type { Scope } from '../rules/scope.ts'
import type { AdviceInput, Similar } from './contract.ts'
import { fragmentsOf } from './rules/fragments.ts'
import { tellingWords } from './rules/telling-words.ts'
import { amongIds, holding, newest, type Comparable } from './similar-store.ts'

/** What bounds the work: fragments of the title, hits of each, texts that are compared, characters of each. */
const FRAGMENTS = 8
const HITS = 60
const COMPARED = 160
/** The newest ones tell how rare a word is; without them what all candidates share would count for nothing. */
const BACKGROUND = 80
const OWN = 100
const LENGTH = 500
const SHOWN = 5
/** Below this, texts share their form and their place, not their matter. */
const LEAST_SCORE = 0.25

/**
 * Up to five suggestions like a text that is being written, among what this reader may see: a deputy what is public and their own, the
 * office what was submitted; nobody a confidential one. Candidates come from the search index by fragments of the title, the rarest
 * first; their number is bounded, so only the index's search for frequent fragments grows with the house. Likeness is exact.
 */
export async function similar({ tx, actor }: Act, input: AdviceInput): Promise<Similar[]> {
  const reader = readerOf(actor)
  const found = (await candidates(tx, reader, input.title)).filter(({ id }) => id !== input.id)
  if (found.length === 0) return []
  const asked = { title: input.title, text: body(input.matter, input.requests) }
  const index = buildSimilarIndex(found.map((it) => itemOf(it, actor)))
  const byId = new Map(found.map((it) => [it.id, it]))
  return similarTo(index, asked, SHOWN)
    .filter(({ score }) => score >= LEAST_SCORE)
    .flatMap(({ id, score, shared }) => {
      const it = byId.get(id)
      return it ? [toSimilar(it, actor, score, tellingWords(shared))] : []
    })
}

interface Reader {
  readonly index: 'house' | 'public'
  readonly scope: Scope
  readonly own: Scope | null
}

/** The office looks through everything that was submitted; a deputy through what is public, and beside it what they wrote themselves. */
function readerOf(actor: Actor): Reader {
  if (seesEverything(actor)) return { index: 'house', scope: { kind: 'office', seesConfidential: false }, own: null }
  const own: Scope | null = actor.deputyId ? { kind: 'own', deputyId: actor.deputyId } : null
  return { index: 'public', scope: { kind: 'public' }, own }
}

/** Candidates first, then the background; each once. */
async function candidates(tx: Tx, { index, scope, own }: Reader, title: string): Promise<Comparable[]> {
  const hits: string[][] = []
  for (const fragment of fragmentsOf(title, FRAGMENTS)) hits.push(await holding(tx, index, fragment, HITS))
  const rarestFirst = hits.toSorted((a, b) => a.length - b.length).flat()
  const ids = [...new Set(rarestFirst)].slice(0, COMPARED)
  const found = [
    ...(own ? await newest(tx, own, OWN) : []),
    ...(await amongIds(tx, scope, ids)),
    ...(await newest(tx, scope, BACKGROUND)),
  ]
  return [...new Map(found.map((it) => [it.id, it])).values()]
}

/** Another's text counts for a deputy only as far as anybody may read it: otherwise likeness would tell what was kept back. */
function itemOf(it: Comparable, actor: Actor): TextItem {
  const text = body(it.matter, it.requests)
  if (seesEverything(actor) || isOwn(it, actor)) return { id: it.id, title: it.title, text }
  return { id: it.id, title: masked(it.title), text: it.isPublic ? masked(it.publicSummary ?? text) : '' }
}

function toSimilar(it: Comparable, actor: Actor, score: number, shared: string[]): Similar {
  const { reference, title, status, deputyName, unitName } = it
  const isMine = isOwn(it, actor)
  const id = isMine || seesEverything(actor) ? it.id : null
  return { id, reference, title, status, deputyName, unitName, score: Math.round(score * 100) / 100, shared, isMine }
}

function isOwn(it: Comparable, { deputyId }: Actor): boolean {
  return deputyId !== null && it.leadDeputyId === deputyId
}

function body(matter: string, requests: readonly string[]): string {
  return [matter, ...requests].join('\n').slice(0, LENGTH)
}
