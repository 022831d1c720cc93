import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { categoryName, isLiving, labelOf, type Dictionary } from './contract.ts'
import { shippedDictionary } from './shipped-categories.ts'
import { findDictionary, insertDictionary } from './store.ts'

/** The dictionary of the congress; the one that comes with the program, until it has its own. */
export async function readDictionary(tx: Tx): Promise<Dictionary> {
  return (await findDictionary(tx)) ?? shippedDictionary
}

/**
 * The same for whoever writes a category into a row: from the first of them on the congress has its own, so that what a later
 * version of the program ships changes nothing here.
 */
export async function openDictionary(tx: Tx): Promise<Dictionary> {
  const own = await findDictionary(tx)
  if (own) return own
  await insertDictionary(tx, shippedDictionary)
  return readDictionary(tx)
}

/** The code that is meant, where it may be chosen now, otherwise the first field: a start for a draft that a person goes on with. */
export async function offeredCategory(tx: Tx, meant: string): Promise<string> {
  const { items } = await openDictionary(tx)
  return [meant, ...items.map(({ code }) => code)].find((code) => isLiving(items, code)) ?? meant
}

/** 422 at the field `category` unless it may be chosen now; what was written stays where it is. */
export async function requireLiving(tx: Tx, code: string): Promise<void> {
  const { items } = await openDictionary(tx)
  if (isLiving(items, code)) return
  const isKnown = items.some((it) => it.code === code)
  const name = categoryName(labelOf(items, code), 'zh-CN')
  const message = isKnown
    ? `类别“${name}”已经停用，请另选一个类别。您写的内容都还在。`
    : '没有这个类别，请从列表中另选一个。您写的内容都还在。'
  throw new Problem(422, isKnown ? 'category-retired' : 'category-unknown', message, { fields: [{ path: 'category', message }] })
}
