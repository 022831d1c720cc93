import { expect, test } from 'vitest'
import { turns, turnsByKey } from './turns.ts'

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

test('never more at once than there are places, in the order they came, failures included', async () => {
  const take = turns(2, 10)
  const log: string[] = []
  let running = 0
  const gates = Array.from({ length: 6 }, gate)
  const works = gates.map(({ opened }, at) =>
    take(async () => {
      running += 1
      expect(running).toBeLessThanOrEqual(2)
      log.push(`${at}`)
      await opened
      running -= 1
      if (at === 1) throw new Error('planted')
    }),
  )
  for (const it of gates) it.open()
  const results = await Promise.allSettled(works)
  expect(log).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(results.map((it) => it.status).filter((it) => it === 'rejected')).toHaveLength(1)
})

test('who comes when the queue is full is told at once', async () => {
  const take = turns(1, 1)
  const { opened, open } = gate()
  const first = take(() => opened)
  const second = take(async () => 'second')
  expect(take(async () => 'third')).toBeNull()
  open()
  await first
  expect(await second).toBe('second')
  expect(await take(async () => 'fourth')).toBe('fourth')
})

test('work under one key runs one after the other, under two keys at once', async () => {
  const inTurn = turnsByKey()
  const log: string[] = []
  const { opened, open } = gate()
  const a1 = inTurn('a', async () => {
    await opened
    log.push('a1')
    throw new Error('planted')
  })
  const a2 = inTurn('a', async () => void log.push('a2'))
  await inTurn('b', async () => void log.push('b'))
  open()
  await expect(a1).rejects.toThrow('planted')
  await a2
  expect(log).toEqual(['b', 'a1', 'a2'])
})
