import { afterAll, beforeEach, expect, test } from 'vitest'
import { buildHouse, CITY, type Person } from '../../../tests/support/house.ts'
import { openMailbox } from '../../../tests/support/mailbox.ts'
import { jobsFor, runJob, workOff } from '../../../tests/support/work.ts'
import type { Notice } from './contract.ts'
import { openMailer } from './mail.ts'

const house = await buildHouse()
const mailbox = await openMailbox()
const mailer = openMailer(mailbox.url, 'minyi@example.cn')
afterAll(async () => {
  mailer.close()
  await mailbox.close()
})
const jobs = jobsFor({ mailer, site: 'https://city.example/' })
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs', { name: '赵红' })

// Days of March 2022: Tuesday the 1st to Friday the 4th are working days, Saturday the 5th is not.
const at = (day: number, time: string) => new Date(`2022-03-${String(day).padStart(2, '0')}T${time}:00+08:00`)
const text = { matter: '出行不便。', requests: ['增设站点'], category: 'construction' }

beforeEach(() => {
  mailbox.letters.length = 0
  mailbox.manner = 'accept'
})

test('PLT-07 nobody without an address and nobody who switched it off gets a mail', async () => {
  await subscribe(committee, false)
  await submit(at(1, '10:00'), '甲')
  await digestsAt(at(1, '10:30'))
  expect(mailbox.letters).toEqual([])
})

test('PLT-07 the digest holds exactly what the person was told since the last one', async () => {
  await subscribe(committee, true)
  await submit(at(1, '11:00'), '乙')
  await digestsAt(at(2, '08:30'))
  expect(mailbox.letters.map((it) => it.to)).toEqual(['mail@example.cn'])
  const first = await noticesOf(committee)
  expect(itemsOf(0)).toEqual(first.map((it) => it.text))

  await submit(at(2, '11:00'), '丙')
  await submit(at(2, '12:00'), '丁')
  await digestsAt(at(3, '08:30'))
  const known = new Set(first.map((it) => it.id))
  const since = (await noticesOf(committee)).filter((it) => !known.has(it.id))
  expect(since).toHaveLength(2)
  expect(itemsOf(1)).toEqual(since.map((it) => it.text))
  expect(mailbox.letters[1]!.text).toContain('为什么收到')
  expect(mailbox.letters[1]!.text).toContain('怎样停止')
  expect(mailbox.letters[1]!.text).toContain('https://city.example/workbench/suggestions/')

  await digestsAt(at(4, '08:30'))
  expect(mailbox.letters).toHaveLength(2)
})

test('PLT-07 a day brings one mail at most, however often the job runs, and the second worker finds the mark', async () => {
  await submit(at(4, '09:00'), '戊')
  house.setNow(at(4, '10:00'))
  const payload = { congressId: CITY, accountId: committee.accountId, day: '2022-03-04' }
  await Promise.all(Array.from({ length: 5 }, () => runJob(house, jobs, 'notifications.mail-digest', payload)))
  await submit(at(4, '11:00'), '己')
  await digestsAt(at(4, '12:00'))
  expect(mailbox.letters).toHaveLength(1)
  expect(mailbox.letters[0]!.messageId).toBe(`<digest.1.${committee.accountId}.2022-03-04@city.example>`)
})

test('PLT-07 no mail on a day of rest nor between 21:00 and 8:00; what waited comes on the next working day', async () => {
  await digestsAt(at(5, '08:30'))
  const payload = { congressId: CITY, accountId: committee.accountId, day: '2022-03-07' }
  for (const time of ['07:59', '21:00', '23:30']) {
    house.setNow(at(7, time))
    await runJob(house, jobs, 'notifications.mail-digest', payload)
  }
  expect(mailbox.letters).toEqual([])
  await digestsAt(at(7, '08:30'))
  expect(mailbox.letters).toHaveLength(1)
  expect(itemsOf(0)[0]).toContain('己')
})

test('PLT-07 more than ten become ten and their number', async () => {
  for (let n = 1; n <= 12; n += 1) await submit(at(7, '10:00'), `第${n}件`)
  await digestsAt(at(8, '08:30'))
  expect(itemsOf(0)).toHaveLength(10)
  expect(mailbox.letters[0]!.text).toContain('等 12 项，查看全部：https://city.example/workbench/notices')
})

test('PLT-07 a refused mail is tried again with the same content; one of which nobody knows is not', async () => {
  await submit(at(8, '10:00'), '庚')
  mailbox.manner = 'refuse'
  await digestsAt(at(9, '08:30'))
  expect(mailbox.letters).toEqual([])
  const payload = { congressId: CITY, accountId: committee.accountId, day: '2022-03-09' }
  await expect(runJob(house, jobs, 'notifications.mail-digest', payload)).rejects.toThrow('550')
  mailbox.manner = 'accept'
  await runJob(house, jobs, 'notifications.mail-digest', payload)
  expect(itemsOf(0)[0]).toContain('庚')

  await submit(at(9, '10:00'), '辛')
  mailbox.manner = 'hangUp'
  await digestsAt(at(10, '08:30'))
  mailbox.manner = 'accept'
  await digestsAt(at(10, '09:30'))
  expect(mailbox.letters).toHaveLength(2)
  const states = await house.in(CITY, (tx) =>
    tx.db.selectFrom('notifications.digest').select(['day', 'state']).orderBy('day', 'desc').limit(2).execute(),
  )
  expect(states).toEqual([
    { day: '2022-03-10', state: 'unknown' },
    { day: '2022-03-09', state: 'sent' },
  ])
})

test('PLT-07 a worker that died while sending leaves “unknown”, never a second mail', async () => {
  await submit(at(10, '10:00'), '壬')
  const day = '2022-03-11'
  await house.in(CITY, (tx) =>
    tx.db
      .insertInto('notifications.digest')
      .values({ congress_id: CITY, account_id: committee.accountId, day, state: 'marked', items: 1, marked_at: at(11, '08:30') })
      .execute(),
  )
  await digestsAt(at(11, '09:00'))
  expect(mailbox.letters).toEqual([])
  const row = await house.in(CITY, (tx) =>
    tx.db.selectFrom('notifications.digest').select('state').where('day', '=', day).executeTakeFirst(),
  )
  expect(row?.state).toBe('unknown')
})

test('PLT-07 a mail server that is away is known not to have taken anything', async () => {
  const gone = await openMailbox()
  await gone.close()
  const away = openMailer(gone.url, 'minyi@example.cn')
  const mail = { to: 'mail@example.cn', subject: '题', text: '文', messageId: '<1@example.cn>' }
  expect(await away.send(mail)).toMatchObject({ outcome: 'refused' })
  away.close()
})

async function subscribe(person: Person, isDigestMailed: boolean): Promise<void> {
  await person.call('PUT', '/notices/preferences', { isDigestMailed, mail: 'mail@example.cn' })
}

/** A deputy submits, and the job that tells runs at once. */
async function submit(when: Date, title: string): Promise<void> {
  house.setNow(when)
  // A day later the session of the test's people would have ended.
  await house.in(CITY, (tx) =>
    tx.db
      .updateTable('identity.session')
      .set({ seen_at: when, expires_at: new Date('2023-01-01') })
      .execute(),
  )
  const { id } = (await deputy.call('POST', '/suggestions', { ...text, title })).body
  expect((await deputy.call('POST', `/suggestions/${id}/submit`)).body.status).toBe('submitted')
  await workOff(house, jobs)
}

async function digestsAt(when: Date): Promise<void> {
  house.setNow(when)
  await house.in(CITY, (tx) => tx.db.updateTable('identity.session').set({ seen_at: when }).execute())
  await runJob(house, jobs, 'notifications.send-digests')
  await workOff(house, jobs)
}

/** The numbered lines of a mail, newest last in the mail and first here. */
function itemsOf(letter: number): string[] {
  const lines = mailbox.letters[letter]!.text.split('\n').filter((line) => /^\d+\. /.test(line))
  return lines.map((line) => line.replace(/^\d+\. /, '')).toReversed()
}

async function noticesOf(person: Person): Promise<Notice[]> {
  return (await person.call('GET', '/notices?limit=100')).body.items
}
