import { openDictionary } from '#kernel/categories/api.ts'
import { listOpenings } from '#kernel/congress/api.ts'
import type { Finding, GivenRow, Importable, ImportAct, Verdict, Written } from '#kernel/imports/api.ts'
import { newId } from '#lib/id.ts'
import { loadClock, type SuggestionClock } from '../clock.ts'
import { forgetPublicly, indexInternally, indexPublicly } from '../search.ts'
import { columns } from './columns.ts'
import { recordImport } from './events.ts'
import { readHistory } from './history-parts-store.ts'
import { findTaken, hide, listTaken, takeNumberOf, writeHistory, type Judged, type Taken } from './history-store.ts'
import { yearOf } from '../rules/year.ts'
import { referenceIn, toHistory, type Around, type History } from './rules/history-row.ts'

/** What a row stood in the way of before it was written: nothing, a number whose import was undone, or an earlier import. */
type Before = null | { readonly isUndone: true } | { readonly history: History }

/** 建议历史: suggestions of earlier terms and sessions, with what became of them. */
export const suggestionHistory: Importable = {
  name: 'suggestion-history',
  title: { zh: '建议历史', en: 'Earlier suggestions' },
  lead: {
    zh: '以前各次会议和闭会期间的代表建议，连同交办、答复和评价。编号相同的，更新以前导入的内容；系统内办理的建议不会被改动。',
    en: 'Suggestions of earlier sessions with their handling, replies and ratings. The same number updates what was imported before; suggestions handled in the system are never changed.',
  },
  roles: ['deputies_affairs'],
  columns,
  keyOf: referenceIn,
  check,
  write,
  blockers,
  undo,
}

async function check(act: ImportAct, rows: readonly GivenRow[]): Promise<Verdict[]> {
  const around = await aroundOf(act)
  const read = rows.map(({ values }) => toHistory(values, around))
  const taken = await findTaken(
    act.tx,
    read.flatMap((it) => ('reference' in it ? [it.reference] : [])),
  )
  return read.map((it) => {
    if (!('reference' in it)) return { findings: it, isUpdate: false }
    const other = taken.get(it.reference)
    return { findings: other ? collision(other) : [], isUpdate: other !== undefined && !other.isUndone }
  })
}

/** A number that is taken may be written anew only by an import, and only where an import wrote it last. */
function collision({ isUntouched, title }: Taken): readonly Finding[] {
  return isUntouched ? [] : [{ column: 'number', sentence: `编号已被占用：《${title}》已在系统内办理，导入不能改动` }]
}

type Rules = Around & { readonly profileVersion: number; judge(it: History): Judged }

/** Read once for a batch: a transaction sees one profile. */
const known = new WeakMap<ImportAct['tx'], Promise<Rules>>()

function aroundOf({ tx, today }: ImportAct): Promise<Rules> {
  const before = known.get(tx)
  if (before) return before
  const reading = Promise.all([loadClock(tx, today), listOpenings(tx), openDictionary(tx)]).then(
    ([clock, openings, dictionary]) => {
      const { profileVersion, profile } = clock
      return {
        today,
        classes: profile.classes,
        categories: dictionary.items,
        profileVersion,
        judge: (it: History) => ({ year: yearOf(it, it.submittedOn, openings), ...judgeReply(clock, it) }),
      }
    },
  )
  known.set(tx, reading)
  return reading
}

function judgeReply(clock: SuggestionClock, { reply, handedOverOn, submittedOn, status }: History): Omit<Judged, 'year'> {
  if (!reply || handedOverOn === null) return { wasLate: null, replyMeaning: null }
  const days = { submittedOn, handedOverOn, roundStartedOn: handedOverOn, repliedOn: reply.on }
  const dueOn = clock.replyDueOn({ status, round: 1, isDifficult: false, profileVersion: clock.profileVersion, ...days })
  const meaning = clock.profile.classes.find(({ code }) => code === reply.class)?.meaning ?? null
  return { wasLate: reply.on > dueOn, replyMeaning: meaning }
}

async function write(act: ImportAct, { values }: GivenRow): Promise<Written> {
  const { tx, now, actorId } = act
  const around = await aroundOf(act)
  const it = toHistory(values, around)
  if (!('reference' in it)) throw new Error('A row that was not checked')
  await takeNumberOf(tx, it)
  const other = (await findTaken(tx, [it.reference])).get(it.reference)
  if (other && !other.isUntouched) throw Object.assign(new Error('The number was taken meanwhile'), { code: '40001' })
  const id = other?.id ?? newId()
  const before: Before = !other ? null : other.isUndone ? { isUndone: true } : { history: await readHistory(tx, id) }
  const version = await writeHistory(tx, id, it, {
    before: other,
    judged: around.judge(it),
    profileVersion: around.profileVersion,
    at: now,
  })
  await index(act, id, it)
  const payload = { title: it.title, reference: it.reference, isUpdate: other !== undefined && !other.isUndone }
  await recordImport(tx, now, { name: 'suggestion.imported', subjectId: id, actorId, payload })
  return { subjectId: id, mark: String(version), before }
}

async function index({ tx }: ImportAct, id: string, it: History): Promise<void> {
  const found = { id, title: it.title, matter: it.matter, isPublic: it.isPublic, isConfidential: false, publicSummary: null }
  await indexInternally(tx, found, it.requests)
  if (it.status === 'withdrawn') await forgetPublicly(tx, id)
  else await indexPublicly(tx, found, it.requests)
}

async function blockers({ tx }: ImportAct, written: readonly Written[]): Promise<string[]> {
  const now = await listTaken(
    tx,
    written.map(({ subjectId }) => subjectId),
  )
  return written.flatMap(({ subjectId, mark }) => {
    const it = now.get(subjectId)
    return it && String(it.version) !== mark ? [`${it.reference}《${it.title}》`] : []
  })
}

async function undo(act: ImportAct, { subjectId, before }: Written): Promise<void> {
  const { tx, now, actorId } = act
  const it = (await listTaken(tx, [subjectId])).get(subjectId)
  if (!it) throw new Error('What was imported is gone')
  // What `write` left behind under `before`.
  const earlier = before as Before
  if (earlier && 'history' in earlier) {
    const { profileVersion, judge } = await aroundOf(act)
    const judged = judge(earlier.history)
    await writeHistory(tx, subjectId, earlier.history, { before: it, judged, profileVersion, at: now })
    await index(act, subjectId, earlier.history)
  } else {
    await hide(tx, it)
    await forgetPublicly(tx, subjectId)
  }
  const payload = { title: it.title, reference: it.reference }
  await recordImport(tx, now, { name: 'suggestion.import_undone', subjectId, actorId, payload })
}
