import * as z from 'zod'
import { DEFAULT_TRIES, eachCongress, enqueue, job, type Deps, type Job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import { loadCalendar } from '#kernel/procedure/api.ts'
import { isWorkday } from '#kernel/procedure/contract.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { inCongress } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import {
  findAddressee,
  listDue,
  markDigest,
  settleAbandoned,
  settleDigest,
  unmarkDigest,
  type Addressee,
} from './digest-store.ts'
import type { Mailer } from './mail.ts'
import { listUndigested, setDigested, type NoticeRow } from './notice-store.ts'
import { digestMail, isQuiet } from './rules/digest.ts'
import { mailOf } from './sealed.ts'

export const digestSchedule: readonly ScheduleEntry[] = [
  {
    job: { name: 'notifications.send-digests', tries: DEFAULT_TRIES },
    when: { at: '08:30' },
    what: {
      zh: '工作日给每个开启了邮件的人发一封提醒摘要',
      en: 'On working days, mails everyone who wants it one digest of new notices',
    },
  },
]

export interface DigestSettings {
  /** Null where this installation has no mail server: then nothing is marked and nothing is sent. */
  readonly mailer: Mailer | null
  readonly cipher: FieldCipher
  /** The public address of the site, without a slash at its end. */
  readonly site: string
}

/** Somebody who gives an address after months does not get the months. */
const LOOK_BACK_MS = 14 * 86_400_000

const MailDigest = z.object({ congressId: z.number().int(), accountId: z.uuid(), day: z.iso.date() })
type MailDigest = z.infer<typeof MailDigest>

/** The two jobs of the daily digest: find who is due on a working day, then one mail for each person. */
export function digestJobs(settings: DigestSettings): { sendDigests: Job; mailDigest: Job<typeof MailDigest> } {
  const mailDigest = job({
    name: 'notifications.mail-digest',
    payload: MailDigest,
    run: (deps, payload) => mailOne(deps, settings, payload),
  })
  const sendDigests = job({
    name: 'notifications.send-digests',
    payload: z.unknown(),
    run: async (deps) => {
      if (settings.mailer) await findDue(deps, mailDigest)
    },
  })
  return { sendDigests, mailDigest }
}

async function findDue(deps: Deps, mailDigest: Job<typeof MailDigest>): Promise<void> {
  const now = deps.clock()
  const day = toBeijingDate(now)
  await eachCongress(deps, async (tx, { id }) => {
    if (!isWorkday(await loadCalendar(tx), day)) return
    for (const accountId of await listDue(tx, since(now))) {
      await enqueue(tx, mailDigest, { congressId: id, accountId, day }, { key: `digest:${id}:${accountId}:${day}` })
    }
  })
}

/**
 * At most one mail for each person and day. The mark is committed before the mail server is spoken to; it is taken back only where
 * the mail surely did not leave. A mark that a dead process left behind means unknown, and what is unknown is not sent again.
 */
async function mailOne(deps: Deps, settings: DigestSettings, payload: MailDigest): Promise<void> {
  const { mailer } = settings
  const { congressId, accountId, day } = payload
  const now = deps.clock()
  if (!mailer || isQuiet(now) || day !== toBeijingDate(now)) return
  const ready = await take(deps, payload, now)
  if (!ready) return
  const items = ready.notices.map((it) => ({ text: it.text.zh, link: it.link }))
  const { congress, name, mailCipher } = ready.addressee
  const sending = await mailer.send({
    to: settings.cipher.open(mailOf(congressId, accountId), mailCipher),
    messageId: `<digest.${congressId}.${accountId}.${day}@${new URL(settings.site).hostname}>`,
    ...digestMail(congress, name, items, settings.site, now),
  })
  await inCongress(deps.database, congressId, async (tx) => {
    if (sending.outcome !== 'refused') return settleDigest(tx, accountId, day, sending.outcome, deps.clock())
    await unmarkDigest(tx, accountId, day)
    await setDigested(
      tx,
      ready.notices.map((it) => it.id),
      null,
    )
  })
  if (sending.outcome === 'unknown') deps.log.warn({ congressId, day, problem: sending.problem }, 'a digest may not have left')
  if (sending.outcome === 'refused') throw new Error(`the digest was not sent: ${sending.problem}`)
}

interface Ready {
  addressee: Addressee
  notices: NoticeRow[]
}

function take({ database, log }: Deps, { congressId, accountId, day }: MailDigest, now: Date): Promise<Ready | null> {
  return inCongress(database, congressId, async (tx) => {
    const addressee = await findAddressee(tx, accountId)
    const notices = addressee ? await listUndigested(tx, accountId, since(now)) : []
    if (!addressee || notices.length === 0) return null
    if (await markDigest(tx, accountId, day, notices.length, now)) {
      await setDigested(
        tx,
        notices.map((it) => it.id),
        day,
      )
      return { addressee, notices }
    }
    if (await settleAbandoned(tx, accountId, day, now)) log.warn({ congressId, day }, 'a digest may not have left')
    return null
  })
}

function since(now: Date): Date {
  return new Date(now.getTime() - LOOK_BACK_MS)
}
