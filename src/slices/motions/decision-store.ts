import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Body, LinkKind, OpinionInput, Outcome, Recommendation } from './contract.ts'

export interface DecisionInput {
  readonly id: string
  readonly outcome: Outcome
  readonly body: Body
  readonly decidedOn: string
  readonly basis: string
  readonly committeeId: string | null
  readonly mainId: string | null
}

export async function insertDecision(tx: Tx, motionId: string, it: DecisionInput): Promise<void> {
  await tx.db
    .insertInto('motions.decision')
    .values({
      congress_id: tx.congressId,
      id: it.id,
      motion_id: motionId,
      outcome: it.outcome,
      body: it.body,
      decided_on: it.decidedOn,
      basis: it.basis,
      committee_id: it.committeeId,
      main_id: it.mainId,
    })
    .execute()
}

export async function insertOpinion(tx: Tx, motionId: string, committeeId: string, it: OpinionInput, on: string): Promise<void> {
  await tx.db
    .insertInto('motions.opinion')
    .values({ congress_id: tx.congressId, motion_id: motionId, committee_id: committeeId, ...it, given_on: on })
    .execute()
}

export async function insertLink(tx: Tx, motionId: string, suggestionId: string, kind: LinkKind, at: Date): Promise<void> {
  await tx.db
    .insertInto('motions.link')
    .values({ congress_id: tx.congressId, motion_id: motionId, suggestion_id: suggestionId, kind, linked_at: at })
    .execute()
}

/** Takes back a link that was set by mistake; what a motion became is never taken back. */
export async function deleteLink(tx: Tx, motionId: string, suggestionId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('motions.link')
    .where('congress_id', '=', tx.congressId)
    .where('motion_id', '=', motionId)
    .where('suggestion_id', '=', suggestionId)
    .where('kind', '=', 'related')
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What belongs to one motion beside its row and its roll. */
export async function findParts(tx: Tx, id: string) {
  const decisions = await tx.db
    .selectFrom('motions.decision as e')
    .leftJoin('congress.unit as u', (join) =>
      join.onRef('u.congress_id', '=', 'e.congress_id').onRef('u.id', '=', 'e.committee_id'),
    )
    .select(['e.decided_on as decidedOn', 'e.basis', 'u.name as committeeName'])
    .select(sql<Outcome>`e.outcome`.as('outcome'))
    .select(sql<Body>`e.body`.as('body'))
    .where('e.congress_id', '=', tx.congressId)
    .where('e.motion_id', '=', id)
    .orderBy('e.id')
    .execute()
  const opinion = await tx.db
    .selectFrom('motions.opinion as o')
    .innerJoin('congress.unit as u', (join) =>
      join.onRef('u.congress_id', '=', 'o.congress_id').onRef('u.id', '=', 'o.committee_id'),
    )
    .select(['o.text', 'o.given_on as givenOn', 'u.name as committeeName'])
    .select(sql<Recommendation>`o.recommendation`.as('recommendation'))
    .where('o.congress_id', '=', tx.congressId)
    .where('o.motion_id', '=', id)
    .executeTakeFirst()
  return { decisions, opinion: opinion ?? null, links: await listLinks(tx, id) }
}

function listLinks(tx: Tx, id: string): Promise<{ suggestionId: string; kind: LinkKind }[]> {
  return tx.db
    .selectFrom('motions.link')
    .select(['suggestion_id as suggestionId', sql<LinkKind>`kind`.as('kind')])
    .where('congress_id', '=', tx.congressId)
    .where('motion_id', '=', id)
    .orderBy('kind')
    .orderBy('linked_at')
    .execute()
}

export interface RelatedRow {
  id: string
  reference: string | null
  number: number | null
  title: string
}

/** The motion that this one was merged into, and those that were merged into this one. */
export async function findMerged(
  tx: Tx,
  id: string,
  mainId: string | null,
): Promise<{ main: RelatedRow | null; merged: RelatedRow[] }> {
  const rows = await tx.db
    .selectFrom('motions.motion as m')
    .innerJoin('motions.text as t', (join) =>
      join
        .onRef('t.congress_id', '=', 'm.congress_id')
        .onRef('t.motion_id', '=', 'm.id')
        .onRef('t.version', '=', 'm.text_version'),
    )
    .select(['m.id', 'm.reference', 'm.number', 't.title'])
    .where('m.congress_id', '=', tx.congressId)
    .where((where) => where.or([where('m.merged_into_id', '=', id), ...(mainId ? [where('m.id', '=', mainId)] : [])]))
    .orderBy('m.id')
    .execute()
  return { main: rows.find((it) => it.id === mainId) ?? null, merged: rows.filter((it) => it.id !== mainId) }
}
