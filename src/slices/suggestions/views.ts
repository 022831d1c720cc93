import { sentenceOf, type EventRow } from '#kernel/audit/contract.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { percent } from '#kernel/metrics/api.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { SuggestionClock } from './clock.ts'
import type { Cosigner, Detail, Due, Handling, Item, PublicDetail, PublicItem, ReplyDraft, Status, Summary } from './contract.ts'
import { statuses } from './contract.ts'
import { events } from './events.ts'
import type { Parts } from './parts-store.ts'
import { masked } from '#lib/pure/personal-data.ts'
import { allowed, type Facts } from './rules/may.ts'
import type { Suggestion } from './store.ts'

/** When a suggestion's reply is due, or null while no clock runs. */
export type DueOf = (it: Suggestion) => Due | null

export function toItem(it: Suggestion, dueOf: DueOf, reader: Pick<Actor, 'unitId'>): Item {
  const own = reader.unitId === null ? undefined : it.unitParts[it.unitIds.indexOf(reader.unitId)]
  return {
    id: it.id,
    reference: it.reference,
    number: it.number,
    title: it.title,
    category: it.category,
    status: it.status,
    deputy: { id: it.leadDeputyId, name: it.deputyName },
    unit: named(it.unitId, it.unitName),
    handedOverOn: it.handedOverOn,
    due: dueOf(it),
    cosigned: { confirmed: it.confirmed, invited: it.invited },
    coUnits: it.coUnits,
    ownPart: own === undefined || own === 'letter' ? null : own,
    isKey: it.isKey,
    isConfidential: it.isConfidential,
  }
}

/** What a view of one suggestion is made from. */
export interface Case {
  readonly it: Suggestion
  readonly parts: Parts
  readonly facts: Facts
  readonly clock: SuggestionClock
}

/** Everything an actor who may see it gets, with the actions that are open to them. */
export function toDetail({ it, parts, facts, clock }: Case, actor: Actor): Detail {
  return {
    ...toItem(it, clock.dueOf, actor),
    version: it.version,
    textVersion: it.textVersion,
    term: it.term,
    session: it.session,
    matter: it.matter,
    requests: parts.requests,
    proposedUnit: named(it.proposedUnitId, it.proposedUnitName),
    isPublic: it.isPublic,
    isDifficult: it.isDifficult,
    round: it.round,
    transfers: it.transfers,
    publicSummary: it.publicSummary,
    withdrawalReason: it.withdrawalReason,
    noticeNumber: it.noticeNumber,
    submittedOn: it.submittedOn,
    registeredOn: it.registeredOn,
    acceptedOn: it.acceptedOn,
    repliedOn: it.repliedOn,
    closedOn: it.closedOn,
    cosigners: parts.cosigners.map((one) => toCosigner(one, it)),
    handlers: parts.handlers.map((one) =>
      toHandling(one, clock.partDueOf(it, { ...one, contactedOn: firstContact(parts, one.unitId) })),
    ),
    extensions: parts.extensions.map(({ unitId, unitName, ...rest }) => ({ ...rest, unit: { id: unitId, name: unitName } })),
    // A draft is the unit's own, and its fellow leads'; what is not sent is nobody else's to read.
    replyDrafts: parts.drafts.filter(() => isLeading(actor, parts)).map(toReplyDraft),
    contacts: parts.contacts.map(({ unitId: _unitId, ...contact }) => contact),
    replies: parts.replies,
    ...ratingsFor(actor, it, parts),
    allowed: allowed(actor, facts),
  }
}

/** A rating that is not final yet is the deputy's alone; the office opens it on the record, the unit waits (SUG-33). */
export function ratingsFor(
  actor: Actor,
  it: Suggestion,
  { ratings }: Pick<Parts, 'ratings'>,
): { ratings: Parts['ratings']; isRatingSealed: boolean } {
  const isOwn = actor.deputyId === it.leadDeputyId
  const isOpen = (round: number) => isOwn || it.status !== 'rated' || round < it.round
  return {
    ratings: ratings.filter(({ round }) => isOpen(round)),
    isRatingSealed: ratings.some(({ round }) => !isOpen(round)),
  }
}

/** True for whoever may read what the answering units have written and not sent yet. */
export function isLeading(actor: Actor, { handlers }: Pick<Parts, 'handlers'>): boolean {
  return (
    actor.roles.has('handling_unit') &&
    handlers.some((one) => one.unitId === actor.unitId && one.part !== 'co' && one.status !== 'released')
  )
}

function firstContact({ contacts }: Parts, unitId: string): string | null {
  const days = contacts.filter((one) => one.unitId === unitId).map((one) => one.contactedOn)
  return days.toSorted()[0] ?? null
}

function toReplyDraft({ unitId, unitName, ...rest }: Parts['drafts'][number]): ReplyDraft {
  return { ...rest, unit: { id: unitId, name: unitName } }
}

function toCosigner(one: Parts['cosigners'][number], { textVersion }: Suggestion): Cosigner {
  const { deputyId, deputyName, answer, answeredOn, agreedWithdrawalOn } = one
  return {
    deputy: { id: deputyId, name: deputyName },
    answer,
    answeredOn,
    agreedWithdrawalOn,
    isCurrent: one.textVersion === textVersion,
  }
}

function toHandling(one: Parts['handlers'][number], due: Due | null): Handling {
  const { unitId, unitName, part, scope, status, handedOverOn, acceptedOn, concurredOn } = one
  return {
    unit: { id: unitId, name: unitName },
    part,
    scope,
    status,
    handedOverOn,
    acceptedOn,
    concurredOn,
    objection:
      one.objection !== null && one.objectedOn !== null
        ? { reason: one.objection, proposedUnit: named(one.objectionUnitId, one.objectionUnitName), objectedOn: one.objectedOn }
        : null,
    opinion: one.opinion !== null && one.opinionOn !== null ? { text: one.opinion, givenOn: one.opinionOn } : null,
    due,
  }
}

/** What leaves the house: a whitelist, so that a new column is private until somebody decides otherwise. */
export function toPublicItem(it: Suggestion): PublicItem {
  return {
    reference: it.reference ?? '',
    number: it.number,
    title: masked(it.title),
    category: it.category,
    status: it.status,
    deputy: { id: it.leadDeputyId, name: it.deputyName },
    unit: named(it.unitId, it.unitName),
    handedOverOn: it.handedOverOn,
    repliedOn: it.repliedOn,
    cosigned: { confirmed: it.confirmed, invited: it.invited },
    coUnits: it.coUnits,
    isKey: it.isKey,
  }
}

/** The text and the replies only where the deputy agreed; otherwise title and progress (“本件不公开，仅显示标题和进度。”). */
export function toPublicDetail(
  it: Suggestion,
  parts: Parts,
  rows: readonly EventRow[],
  locale: Locale,
  { replyDueOf, profileOf }: Pick<SuggestionClock, 'replyDueOf' | 'profileOf'>,
): PublicDetail {
  const { classes } = profileOf(it)
  const isFull = it.isPublic && it.publicSummary === null
  return {
    ...toPublicItem(it),
    submittedOn: it.submittedOn,
    registeredOn: it.registeredOn,
    acceptedOn: it.acceptedOn,
    ratedOn: it.finalResult === null ? null : it.ratedOn,
    closedOn: it.closedOn,
    due: replyDueOf(it),
    text: isFull ? { matter: masked(it.matter), requests: parts.requests.map(masked) } : null,
    summary: it.isPublic && it.publicSummary !== null ? masked(it.publicSummary) : null,
    cosigners: parts.cosigners
      .filter((one) => one.answer === 'confirmed' && one.textVersion === it.textVersion)
      .map((one) => one.deputyName),
    replies: isFull ? parts.replies.map((reply) => toPublicReply(reply, classes)) : [],
    timeline: toTimeline(rows, 'public', locale).map(({ at, sentence }) => ({ at, sentence })),
  }
}

type Classes = ReturnType<SuggestionClock['profileOf']>['classes']

function toPublicReply(reply: Parts['replies'][number], classes: Classes) {
  const { round, class: code, documentNumber, repliedOn, unitName, text, points } = reply
  const classLabel = classes.find((it) => it.code === code)?.label ?? ''
  return { round, class: code, classLabel, documentNumber, repliedOn, unitName, text: masked(text), points: points.map(masked) }
}

/** Events as sentences; an outsider reads only the public kinds, the house all but the restricted ones. */
export function toTimeline(rows: readonly EventRow[], reader: 'public' | 'internal', locale: Locale) {
  const catalogue: Readonly<Record<string, { visibility: string }>> = events
  const isShown = ({ name }: EventRow): boolean => {
    const visibility = catalogue[name]?.visibility
    return visibility === 'public' || (reader === 'internal' && visibility === 'internal')
  }
  return rows
    .filter(isShown)
    .map((row) => ({ id: row.id, name: row.name, at: row.at.toISOString(), sentence: sentenceOf(events, row, locale) }))
}

/** The figures of A1.7 from the running totals. */
export function toSummary(byStatus: ReadonlyMap<string, number>, handedOver: number, replied: number): Summary {
  const counts = Object.fromEntries(statuses.map((status) => [status, byStatus.get(status) ?? 0])) as Record<Status, number>
  return { handedOver, replied, open: handedOver - replied, replyRate: percent(replied, handedOver), byStatus: counts }
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id !== null && name !== null ? { id, name } : null
}
