import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { among, briefsFor, scopeFor, toLinked } from '../linked.ts'
import { isPublic, mayName, type Brief } from '../rules/reach.ts'
import { guestsOf, memberIdsOf } from './actions/locked.ts'
import type { Detail, Item, PublicEvent, Status } from './contract.ts'
import { allowed, maySee } from './rules/may.ts'
import { find, list, listHeld, listOf, type FaceToFace } from './store.ts'

export async function listMeetings(
  act: Act,
  query: { limit: number; cursor?: string | undefined; status?: Status | undefined },
): Promise<{ items: Item[]; next: string | null }> {
  const rows = await list(act.tx, await scopeFor(act, 'pressing.face_to_face_suggestion'), query)
  const page = cutPage(rows, query.limit, (it) => it.id)
  return { items: page.items.map(toItem), next: page.next }
}

export async function meetingDetail({ tx, actor, now }: Act, id: string): Promise<Detail> {
  const it = await find(tx, id)
  if (!it) throw notFound('这场活动')
  const briefs = await briefsFor(tx, memberIdsOf(it))
  const members = [...briefs.values()]
  if (!maySee(actor, guestsOf(it), members)) throw new Hidden('这场活动')
  const shown = it.links.flatMap(({ suggestionId, result }) => {
    const brief = briefs.get(suggestionId)
    return brief && mayName(actor, brief) ? [{ suggestion: toLinked(brief), result }] : []
  })
  return {
    ...toItem(it),
    version: it.version,
    siteView: it.siteView,
    said: it.said,
    minutes: it.minutes,
    cancelReason: it.cancelReason,
    deputies: it.deputies,
    suggestions: shown,
    allowed: allowed(actor, it, toBeijingDate(now)),
  }
}

/** What anybody may read: events that were held, without minutes, with the suggestions that are public. */
export async function publicMeetings(tx: Tx): Promise<PublicEvent[]> {
  return shownPublicly(tx, await listHeld(tx))
}

export async function publicMeeting(tx: Tx, id: string): Promise<PublicEvent> {
  const it = await find(tx, id)
  const [shown] = it?.status === 'held' ? await shownPublicly(tx, [it]) : []
  if (!shown) throw notFound('这场活动')
  return shown
}

/** The events at which one suggestion was talked about, for its public page. */
export async function publicMeetingsOf(tx: Tx, suggestionId: string): Promise<PublicEvent[]> {
  return shownPublicly(
    tx,
    (await listOf(tx, suggestionId)).filter(({ status }) => status === 'held'),
  )
}

async function shownPublicly(tx: Tx, rows: readonly FaceToFace[]): Promise<PublicEvent[]> {
  const briefs = await briefsFor(tx, rows.flatMap(memberIdsOf))
  return rows.map((it) => ({
    id: it.id,
    theme: it.theme,
    heldOn: it.heldOn,
    place: it.place,
    siteView: it.siteView,
    said: it.said,
    units: it.units.map((unit) => unit.name),
    deputies: publicDeputies(it, among(briefs, memberIdsOf(it))),
    residents: it.residents,
    suggestions: it.links.flatMap(({ suggestionId, result }) => {
      const brief = briefs.get(suggestionId)
      return brief && isPublic(brief) ? [{ reference: brief.reference ?? '', title: brief.title, result }] : []
    }),
  }))
}

export function toItem(it: FaceToFace): Item {
  return {
    id: it.id,
    theme: it.theme,
    heldOn: it.heldOn,
    place: it.place,
    status: it.status,
    units: it.units,
    deputies: it.deputies.length,
    residents: it.residents,
    suggestions: it.links.length,
  }
}

/** Who came, without those whom only a confidential suggestion brought: the name would tell whose it is. */
function publicDeputies({ deputies }: FaceToFace, members: readonly Brief[]): string[] {
  const shielded = new Set(members.filter((it) => !isPublic(it)).map((it) => it.leadDeputyId))
  const open = new Set(members.filter(isPublic).map((it) => it.leadDeputyId))
  return deputies.filter(({ id }) => open.has(id) || !shielded.has(id)).map((it) => it.name)
}
