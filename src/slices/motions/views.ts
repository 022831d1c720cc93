import { sentenceOf, type EventRow } from '#kernel/audit/contract.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { MotionClock } from './clock.ts'
import type { Detail, Item, LinkKind, PublicDetail, PublicItem, Signatory } from './contract.ts'
import type { RelatedRow, findParts } from './decision-store.ts'
import { events } from './events.ts'
import { signatories, standingOf } from './rules/cosigning.ts'
import { isNamedInPublic, isNamedTo, type Nameable } from './rules/link-sight.ts'
import { allowed, standingAs } from './rules/may.ts'
import type { Motion } from './store.ts'

/** A suggestion that is linked, as its own slice tells it. */
export interface LinkedSuggestion extends RelatedRow, Nameable {
  readonly reference: string | null
  readonly kind: LinkKind
}

/** Everything that belongs to one motion, read once. */
export interface MotionFile extends Omit<Awaited<ReturnType<typeof findParts>>, 'links'> {
  readonly it: Motion
  readonly main: RelatedRow | null
  readonly merged: readonly RelatedRow[]
  readonly links: readonly LinkedSuggestion[]
}

export function toItem(it: Motion, actor: Actor | null, clock: MotionClock): Item {
  return {
    ...shared(it),
    id: it.id,
    reference: it.reference,
    minimum: clock.minimumOf(it),
    mine: actor && standingAs(actor, it),
    due: clock.dueOf(it),
  }
}

/** Everything an actor who may see it gets, with the actions that are open to them. */
export function toDetail(file: MotionFile, actor: Actor, clock: MotionClock): Detail {
  const { it, decisions, opinion, main, merged, links } = file
  return {
    ...toItem(it, actor, clock),
    version: it.version,
    textVersion: it.textVersion,
    term: it.term,
    session: it.session,
    grounds: it.grounds,
    plan: it.plan,
    outline: it.outline,
    isPublic: it.isPublic,
    minimumBasis: clock.settings.minimumBasis,
    cosigners: it.cosigners.map((one) => toSignatory(one, it.textVersion)),
    decisions,
    opinion,
    main,
    merged: [...merged],
    links: links.filter((one) => isNamedTo(actor, one)).map((one) => ({ id: one.id, ...known(one), kind: one.kind })),
    allowed: allowed(actor, { ...it, minimum: clock.minimumOf(it) }),
  }
}

function toSignatory(one: Motion['cosigners'][number], textVersion: number): Signatory {
  return {
    deputy: { id: one.deputyId, name: one.name },
    standing: standingOf(one, textVersion),
    invitedAt: one.invitedAt.toISOString(),
    readAt: one.readAt?.toISOString() ?? null,
    confirmedAt: one.confirmedAt?.toISOString() ?? null,
  }
}

/** What leaves the house: a whitelist, so that a new column is private until somebody decides otherwise. */
export function toPublicItem(it: Motion): PublicItem {
  return { ...shared(it), reference: it.reference ?? '' }
}

/** The text only where the deputy agreed; decisions and what became of it always. */
export function toPublicDetail(file: MotionFile, rows: readonly EventRow[], locale: Locale): PublicDetail {
  const { it, decisions, opinion, main, merged, links } = file
  const { grounds, plan, outline } = it
  return {
    ...toPublicItem(it),
    text: it.isPublic ? { grounds, plan, outline } : null,
    decisions,
    recommendation: opinion?.recommendation ?? null,
    main: main && known(main),
    merged: merged.map(known),
    links: links.filter(isNamedInPublic).map((one) => ({ ...known(one), kind: one.kind })),
    timeline: toTimeline(rows, 'public', locale).map(({ at, sentence }) => ({ at, sentence })),
  }
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

function shared(it: Motion) {
  return {
    number: it.number,
    title: it.title,
    kind: it.kind,
    status: it.status,
    outcome: it.outcome,
    deputy: { id: it.leadDeputyId, name: it.deputyName },
    committee: it.committeeId !== null && it.committeeName !== null ? { id: it.committeeId, name: it.committeeName } : null,
    signatories: signatories(it.cosigners, it.textVersion),
    submittedOn: it.submittedOn,
    receivedOn: it.receivedOn,
  }
}

function known({ reference, number, title }: RelatedRow): Omit<RelatedRow, 'id'> {
  return { reference, number, title }
}
