import * as z from 'zod'
import { job, startRunner } from '#kernel/jobs/api.ts'
import { connect } from '#lib/db/connect.ts'

/** A worker process that takes one job and never finishes it, to be killed by a test. Says on standard output when it has begun. */
const url = process.argv[2]!
const { database } = connect(url)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const hang = job({
  name: 'test.hang',
  payload: z.unknown(),
  run: () => {
    say('begun')
    return new Promise<void>(() => {})
  },
})
const log = { info: () => {}, warn: () => {}, error: (_facts: object, message: string) => say(message) }
await startRunner({ databaseUrl: url, jobs: [hang], schedule: [], deps: { database, clock: () => new Date(), log } })
