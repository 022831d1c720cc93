import { listEvents } from '#kernel/audit/api.ts'
import { sentenceOf } from '#kernel/audit/contract.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import { events } from '../events.ts'
import { among, briefsFor, linkedFor, publicLinked, scopeFor } from '../linked.ts'
import { progressOf } from '../rules/progress.ts'
import type { Brief } from '../rules/reach.ts'
import { factsOf } from './actions/locked.ts'
import type { Detail, Item, PublicTopic } from './contract.ts'
import { allowed, maySee } from './rules/may.ts'
import { find, list, listDecided, listReports, type Topic, type TopicFilter } from './store.ts'

export async function listTopics(act: Act, query: TopicFilter): Promise<{ items: Item[]; next: string | null }> {
  const page = cutPage(await list(act.tx, await scopeFor(act, 'pressing.topic_member'), query), query.limit, (it) => it.id)
  return { items: await toItems(act.tx, page.items), next: page.next }
}

export async function topicDetail(act: Act, id: string, locale: Locale): Promise<Detail> {
  const it = await find(act.tx, id)
  if (!it) throw notFound('这个重点督办选题')
  const members = among(await briefsFor(act.tx, it.memberIds), it.memberIds)
  if (!maySee(act.actor, { status: it.status, unitIds: it.units.map((unit) => unit.id) }, members))
    throw new Hidden('这个重点督办选题')
  const rows = await listEvents(act.tx, id)
  return {
    ...toItem(it, members),
    version: it.version,
    reason: it.reason,
    criteria: it.criteria,
    means: it.means,
    decision: it.decision,
    plan: it.plan,
    conclusion: it.conclusion,
    concludedOn: it.concludedOn,
    dropReason: it.dropReason,
    members: linkedFor(act.actor, members),
    reports: await listReports(act.tx, id),
    timeline: rows.map((row) => ({ id: row.id, at: row.at.toISOString(), sentence: sentenceOf(events, row, locale) })),
    allowed: allowed(act.actor, factsOf(it)),
  }
}

export async function toItems(tx: Tx, topics: readonly Topic[]): Promise<Item[]> {
  const briefs = await briefsFor(
    tx,
    topics.flatMap((it) => it.memberIds),
  )
  return topics.map((it) => toItem(it, among(briefs, it.memberIds)))
}

/** What anybody may read: topics that the chairpersons' meeting decided, with the suggestions that are public. */
export async function publicTopics(tx: Tx): Promise<PublicTopic[]> {
  const topics = await listDecided(tx)
  const briefs = await briefsFor(
    tx,
    topics.flatMap((it) => it.memberIds),
  )
  return topics.map((it) => {
    const members = among(briefs, it.memberIds)
    const { title, year, status, leadCommitteeName, leaderName, decidedOn } = it
    const progress = progressOf(members)
    return { title, year, status, leadCommitteeName, leaderName, decidedOn, progress, suggestions: publicLinked(members) }
  })
}

function toItem(it: Topic, members: readonly Brief[]): Item {
  return {
    id: it.id,
    title: it.title,
    year: it.year,
    status: it.status,
    leadCommittee: { id: it.leadCommitteeId, name: it.leadCommitteeName },
    leaderName: it.leaderName,
    units: it.units,
    decidedOn: it.decidedOn,
    progress: progressOf(members),
  }
}
