import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { sm3 } from '#lib/crypto/sm3.ts'
import { inCongress, readCongress, type Database } from '#lib/db/tx.ts'
import { checkAnchor, checkLink, finding, GENESIS, linkText, type Anchor, type Finding, type Walk } from './rules/chain.ts'
import { findLastSeal, findSeal, insertSeals, listPending, listSealed, listUnsealed, lockSealing } from './seal-store.ts'

const BATCH = 2000

/** Seals what waits, oldest first, and answers how many events that were. Run by a job; safe on several copies at once. */
export async function sealPending(database: Database, congressId: number, at: Date): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await sealBatch(database, congressId, at)
    sealed += count
    if (count < BATCH) return sealed
  }
}

function sealBatch(database: Database, congressId: number, at: Date): Promise<number> {
  return inCongress(database, congressId, async (tx) => {
    await lockSealing(tx)
    const last = await findLastSeal(tx)
    const events = await listPending(tx, BATCH)
    let { number, digest } = last ?? { number: 0, digest: GENESIS }
    const seals = events.map((event) => {
      digest = sm3(linkText(digest, congressId, event))
      return { number: ++number, eventId: event.id, digest }
    })
    if (seals.length > 0) await insertSeals(tx, seals, at)
    return seals.length
  })
}

const AnchorLine = z.object({ at: z.string(), number: z.number(), digest: z.string() })

/** Writes the head of the chain to a file outside the database, where an attacker of the database cannot reach it. */
export async function anchor(database: Database, congressId: number, directory: string, at: Date): Promise<Anchor | undefined> {
  const head = await readCongress(database, congressId, findLastSeal)
  const known = await readAnchors(directory, congressId)
  if (!head || known.at(-1)?.digest === head.digest) return head
  await mkdir(directory, { recursive: true })
  await appendFile(fileOf(directory, congressId), `${JSON.stringify({ at: at.toISOString(), ...head })}\n`)
  return head
}

export interface Verification {
  congressId: number
  checked: number
  anchors: number
  findings: Finding[]
}

/** Walks the whole chain of one congress and compares it with its events and its anchors. An empty list of findings is a sound log. */
export async function verify(database: Database, congressId: number, directory: string, most = 100): Promise<Verification> {
  const anchors = await readAnchors(directory, congressId)
  return readCongress(database, congressId, async (tx) => {
    const findings: Finding[] = []
    let last: Walk = { number: 0, digest: GENESIS }
    for (let page = await listSealed(tx, 0, BATCH); page.length > 0; page = await listSealed(tx, last.number, BATCH)) {
      for (const row of page) {
        const found = checkLink(last, congressId, row, sm3)
        if (found) findings.push(found)
        last = row
      }
    }
    for (const it of anchors) {
      const found = checkAnchor(it, await findSeal(tx, it.number))
      if (found) findings.push(found)
    }
    for (const it of await listUnsealed(tx, most)) {
      findings.push(finding('unsealed', null, `事件 ${it.id}（${it.name}）不是由系统记入的，没有封存。`))
    }
    return { congressId, checked: last.number, anchors: anchors.length, findings: findings.slice(0, most) }
  })
}

async function readAnchors(directory: string, congressId: number): Promise<Anchor[]> {
  const text = await readFile(fileOf(directory, congressId), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => AnchorLine.parse(JSON.parse(line)))
}

function fileOf(directory: string, congressId: number): string {
  return join(directory, `${congressId}.jsonl`)
}
