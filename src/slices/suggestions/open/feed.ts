import { categoryName } from '#kernel/categories/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import { atomFeed, type AtomEntry } from '#lib/pure/atom.ts'
import { pick } from '#lib/pure/words.ts'
import type { FileReading } from '#portal/route.ts'
import { listLatest } from './latest-store.ts'
import { portalWords } from '../portal/words.ts'
import { publicDetail } from '../reading.ts'
import type { Suggestion } from '../store.ts'
import { toPublicItem } from '../views.ts'
import { licence } from './fields.ts'

const OF_EACH = 25

/** All suggestions, or what happened to one of them. */
export function suggestionFeed(reading: FileReading, { reference }: { reference?: string | undefined }): AsyncGenerator<string> {
  return reference === undefined ? latestFeed(reading) : feedOfOne(reading, reference)
}

/** What happened to one, for whoever follows it without an account. What nobody outside knows of is a feed without entries. */
async function* feedOfOne({ origin, locale, congress, now, read }: FileReading, reference: string): AsyncGenerator<string> {
  const it = await read((tx) => publicDetail({ tx, now, locale }, reference)).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  })
  const page = `${origin}/suggestions/${it?.reference ?? ''}`
  const entries = (it?.timeline ?? []).toReversed().map(({ at, sentence }) => ({
    id: `${page}#${at}`,
    title: sentence,
    href: page,
    updated: at,
    summary: `${it?.title ?? ''}：${sentence}`,
    author: congress.name,
    category: it ? categoryName(it.category, locale) : '',
  }))
  yield atomFeed({
    id: page,
    title: it?.title ?? pick(locale, portalWords).title,
    author: congress.name,
    language: locale,
    self: `${origin}/suggestions.atom?reference=${encodeURIComponent(reference)}`,
    page,
    updated: entries[0]?.updated ?? now.toISOString(),
    rights: pick(locale, licence.name),
    entries,
  })
}

/** The latest hand-overs and replies as a feed. An entry is one happening: the same suggestion comes again when it is answered. */
async function* latestFeed(reading: FileReading): AsyncGenerator<string> {
  const { origin, locale, congress, now } = reading
  const t = pick(locale, portalWords)
  const entries = await reading.read(async (tx) => [
    ...(await listLatest(tx, 'replied_on', OF_EACH)).map((it) => entry(reading, it, 'replied')),
    ...(await listLatest(tx, 'handed_over_on', OF_EACH)).map((it) => entry(reading, it, 'handedOver')),
  ])
  const newest = entries.toSorted((a, b) => b.updated.localeCompare(a.updated))
  yield atomFeed({
    id: `${origin}/suggestions`,
    title: `${congress.name} ${t.title}`,
    author: congress.name,
    language: locale,
    self: `${origin}/suggestions.atom`,
    page: `${origin}/suggestions`,
    updated: newest[0]?.updated ?? now.toISOString(),
    rights: pick(locale, licence.name),
    entries: newest,
  })
}

function entry({ origin, locale }: FileReading, row: Suggestion, happening: 'handedOver' | 'replied'): AtomEntry {
  const t = pick(locale, portalWords)
  const it = toPublicItem(row)
  const on = happening === 'replied' ? it.repliedOn : it.handedOverOn
  const href = `${origin}/suggestions/${it.reference}`
  const unit = it.unit?.name ?? ''
  return {
    id: `${href}#${happening}-${on}`,
    title: `${t.stations[happening]}：${it.title}`,
    href,
    // Only the day is kept of a happening, and it begins at midnight in Beijing.
    updated: `${on}T00:00:00+08:00`,
    summary: happening === 'replied' ? t.feedReplied(unit, it.title) : t.feedHandedOver(unit, it.title),
    author: it.deputy.name,
    category: categoryName(it.category, locale),
  }
}
