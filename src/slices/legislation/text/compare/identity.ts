/**
 * The identity of a clause through the versions of a draft. An opinion was given on a clause, not on a number: when 第十二条 becomes
 * 第十五条, the opinion goes with it. An identity is given once, when a clause first appears, and is carried on from partner to partner.
 */

import type { ClauseNode, LawText } from '../types.ts'
import { walk } from '../walk.ts'
import { compareLaws, compareUnits } from './compare.ts'

/** From the `eId` of a clause in one version to its identity. */
export type Identities = ReadonlyMap<string, string>

/** Identities of a first version: the version's name and the `eId`, such as `v1:art_12__para_2`. */
export function firstIdentities(law: LawText, version: string): Identities {
  return new Map([...walk(law.body)].map(({ node }) => [node.eId, `${version}:${node.eId}`]))
}

/** Identities of the next version: those of the partners where a clause has one, new ones under the name `version` where it has none. */
export function carryIdentities(known: Identities, old: LawText, fresh: LawText, version: string): Identities {
  const carried = new Map<string, string>()
  for (const row of compareLaws(old, fresh)) {
    if (row.old && row.fresh) carry(known, row.old, row.fresh, carried)
  }
  for (const { node } of walk(fresh.body)) {
    if (!carried.has(node.eId)) carried.set(node.eId, `${version}:${node.eId}`)
  }
  return carried
}

function carry(known: Identities, old: ClauseNode, fresh: ClauseNode, carried: Map<string, string>): void {
  const identity = known.get(old.eId)
  if (identity !== undefined) carried.set(fresh.eId, identity)
  for (const [before, after] of partners(old.children, fresh.children)) carry(known, before, after, carried)
}

/** 款 and 项 by their words; an only child is the partner of an only child, however much was rewritten. */
function partners(olds: readonly ClauseNode[], news: readonly ClauseNode[]): [ClauseNode, ClauseNode][] {
  const [onlyOld, onlyNew] = [olds[0], news[0]]
  if (olds.length === 1 && news.length === 1 && onlyOld && onlyNew) return [[onlyOld, onlyNew]]
  return compareUnits(olds, news).flatMap((row): [ClauseNode, ClauseNode][] =>
    row.old && row.fresh && row.old.level === row.fresh.level ? [[row.old, row.fresh]] : [],
  )
}
