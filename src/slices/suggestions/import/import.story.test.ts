import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { ProblemLine, Run } from '#kernel/imports/contract.ts'
import { NewWorkbook } from '#kernel/documents/exceljs.ts'
import { foldMeasures, totals } from '#kernel/metrics/api.ts'
import type { Deps } from '#kernel/jobs/api.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../../tests/support/house.ts'
import {
  FIRST_ROW,
  mendedWorkbook,
  MESSY_NAME,
  messyWorkbook,
  NICKNAMED,
  PLANTED,
} from '../../../../tests/support/messy-workbook.ts'
import { depsOf, jobsFor, runJob, workOff } from '../../../../tests/support/work.ts'
import { recount } from '../recount-store.ts'

const house = await buildHouse()
const superuser = new Client({ connectionString: house.superUrl })
await superuser.connect()
afterAll(() => superuser.end())

const clerk = await house.person('deputies_affairs')
const roster = ['王敏', '李华', '赵大勇', '钱卫国', '孙秀英']
for (const name of roster) await house.person('deputy', { name })
const names = { deputies: roster, units: ['市房产局', '市交通局'], nickname: '市房产管理局' }
const messy = await messyWorkbook(names)
const BAD = PLANTED.length
const GOOD = 300 - BAD

describe('PLT-14 who may not import', () => {
  test('neither a visitor nor a deputy nor a handler; a system administrator has no suggestions to import', async () => {
    const fileId = await upload(clerk, messy)
    const start = { kind: 'suggestion-history', fileId }
    expect((await house.visitor.call('POST', '/imports', start)).status).toBe(401)
    const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
    for (const person of [await house.person('deputy'), handler]) {
      expect((await person.call('POST', '/imports', start)).status).toBe(403)
    }
    const admin = await house.person('system_admin')
    expect((await admin.call('POST', '/imports', start)).status).toBe(404)
    const kinds = (await admin.call('GET', '/imports/kinds')).body.items.map((it: { name: string }) => it.name)
    expect(kinds).toEqual(['deputy-roster'])
  })

  test('a file of another person is as good as none, and a run of another congress is a 404', async () => {
    const other = await house.person('deputies_affairs')
    const fileId = await upload(other, messy)
    const refused = await clerk.call('POST', '/imports', { kind: 'suggestion-history', fileId })
    expect(refused).toMatchObject({ status: 422, body: { code: 'file-unknown' } })
    const { id } = await start(other, fileId)
    const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })
    for (const path of ['', '/problems', '/annotated']) {
      expect((await foreigner.call('GET', `/imports/${id}${path}`)).status, path).toBe(404)
    }
    expect((await foreigner.call('POST', `/imports/${id}/import`, { mode: 'good' })).status).toBe(404)
    await clerk.call('POST', `/imports/${id}/cancel`)
  })

  test('a table without the needed columns asks which is which, and does not go on without them', async () => {
    const run = await checked(clerk, Buffer.from('编号,名称,谁\n1,关于公交的建议,王敏\n'), '台账.csv')
    expect(run).toMatchObject({
      status: 'uploaded',
      headers: ['编号', '名称', '谁'],
      problem: expect.stringContaining('标题、类别、领衔代表、事由'),
    })
    const short = await clerk.call('PUT', `/imports/${run.id}/mapping`, { mapping: { number: '编号', title: '名称' } })
    expect(short).toMatchObject({ status: 422, body: { code: 'column-missing' } })
    const twice = await clerk.call('PUT', `/imports/${run.id}/mapping`, { mapping: { number: '编号', title: '编号' } })
    expect(twice.body.code).toBe('column-twice')
    const mapping = { number: '编号', title: '名称', deputy: '谁', category: '谁', matter: '名称' }
    expect((await clerk.call('PUT', `/imports/${run.id}/mapping`, { mapping })).status).toBe(422)
  })
})

describe('PLT-14 SUG-01 a messy ledger of three hundred rows', () => {
  const run: { it: Run } = { it: {} as Run }

  test('is understood below its titles and two rows of headers; nothing is written by checking it', async () => {
    const before = await suggestionCount()
    run.it = await checked(clerk, messy)
    expect(run.it).toMatchObject({ status: 'checked', headerRow: 3, problem: null })
    expect(run.it.mapping).toMatchObject({
      number: '编号',
      repliedOn: '答复_日期',
      attitude: '代表评价_态度',
      handedOverOn: '承办_交办时间',
    })
    expect(run.it.counts).toMatchObject({ total: 300, good: GOOD - NICKNAMED, bad: BAD + NICKNAMED, pending: 0, updates: 0 })
    expect(await suggestionCount()).toBe(before)
  })

  test('every planted mistake is found in its row, with a sentence that says what to do', async () => {
    const lines = await problems(run.it.id)
    for (const { row, says } of PLANTED) {
      const sentences = lines.filter((it) => it.row === row).map((it) => it.sentence)
      expect(sentences.join('；'), `row ${row}`).toContain(says)
    }
    const elsewhere = lines.filter((it) => !PLANTED.some(({ row }) => row === it.row))
    expect(elsewhere).toHaveLength(NICKNAMED)
    expect(elsewhere[0]).toMatchObject({
      header: '承办_承办单位',
      written: '市房产管理局',
      sentence: '找不到这个单位，是不是 市房产局？',
      same: NICKNAMED,
      name: { kind: 'unit', candidates: [{ id: house.unitIds.housing, name: '市房产局' }] },
    })
  })

  test('a nickname is settled for one row, then for all and for good', async () => {
    const name = { kind: 'unit', written: '市房产管理局', id: house.unitIds.housing }
    const nobody = await clerk.call('POST', `/imports/${run.it.id}/names`, { ...name, id: clerk.accountId })
    expect(nobody.body.code).toBe('name-unknown')
    await clerk.call('POST', `/imports/${run.it.id}/names`, { ...name, row: FIRST_ROW + 4 })
    await workOff(house)
    expect((await get(run.it.id)).counts.bad).toBe(BAD + NICKNAMED - 1)
    await clerk.call('POST', `/imports/${run.it.id}/names`, name)
    await workOff(house)
    run.it = await get(run.it.id)
    expect(run.it).toMatchObject({ status: 'checked', counts: { good: GOOD, bad: BAD } })
    expect((await clerk.call('POST', `/imports/${run.it.id}/names`, name)).body.code).toBe('name-settled')
    const again = await checked(clerk, messy)
    expect(again.counts.bad).toBe(BAD)
    await clerk.call('POST', `/imports/${again.id}/cancel`)
  })

  test('“全部正确才导入” imports nothing while a row is wrong', async () => {
    const refused = await clerk.call('POST', `/imports/${run.it.id}/import`, { mode: 'all' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'rows-bad' } })
    expect(await importedCount(run.it.id)).toBe(0)
  })

  test('two clerks press at once: one import, the other is told', async () => {
    const second = await house.person('deputies_affairs')
    const press = (who: Person) => who.call('POST', `/imports/${run.it.id}/import`, { mode: 'good' })
    const answers = await Promise.all([press(clerk), press(second)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('killed in the middle it goes on where it was, and no row is written twice', async () => {
    await runKilled(run.it.id)
    const half = await get(run.it.id)
    expect(half.status).toBe('importing')
    expect(half.counts.imported % 50).toBe(0)
    expect(half.counts.imported).toBeGreaterThanOrEqual(50)
    expect(half.counts.good).toBeGreaterThan(0)
    expect(await suggestionCount()).toBe(half.counts.imported)
    await Promise.all([workOn(run.it.id), workOn(run.it.id)])
    run.it = await get(run.it.id)
    expect(run.it).toMatchObject({ status: 'imported', counts: { imported: GOOD, good: 0, bad: BAD } })
    expect(await suggestionCount('and imported_version is not null and not is_undone')).toBe(GOOD)
    const { rows } = await superuser.query(`select subject_id from audit.event where name = 'suggestion.imported'`)
    expect(new Set(rows.map((it) => it.subject_id)).size).toBe(rows.length)
    expect(rows).toHaveLength(GOOD)
  })

  test('the clerk who started it is told once that it is done', async () => {
    await workOff(house)
    const { items } = (await clerk.call('GET', '/notices')).body
    expect(items.filter((it: { link: string }) => it.link === `/workbench/imports/${run.it.id}`)).toHaveLength(1)
  })

  test('what came in is found, counted and read as if it had been handled here', async () => {
    const list = (await clerk.call('GET', `/suggestions?limit=100&q=${encodeURIComponent('停车收费')}`)).body.items
    const it = list.find(({ reference }: { reference: string }) => reference === '16-1-0008')
    const detail = (await clerk.call('GET', `/suggestions/${it.id}`)).body
    expect(detail).toMatchObject({
      title: '关于停车收费的建议（8）',
      term: 16,
      session: 1,
      unit: { name: '市交通局' },
      status: 'replied',
      handedOverOn: '2021-02-08',
      repliedOn: '2021-05-08',
      replies: [{ documentNumber: '房函〔2021〕8号' }],
    })
    const timeline = (await clerk.call('GET', `/suggestions/${it.id}/timeline`)).body.items
    expect(timeline.map(({ sentence }: { sentence: string }) => sentence)).toEqual(['由表格导入'])
    await expectTotalsRight()
  })

  test('a number that is given to a new suggestion runs on behind those imported', async () => {
    const { rows } = await superuser.query(`select last_number from suggestions.number_series where series = '16-1'`)
    expect(rows).toEqual([{ last_number: 300 }])
  })

  test('the rest comes back in the same workbook: red cells, and the reasons in a last column', async () => {
    const answer = await house.app.inject({
      method: 'GET',
      url: `/api/v1/imports/${run.it.id}/annotated`,
      headers: { host: 'city.localhost' },
      cookies: await cookiesOf(clerk),
    })
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('2021年代表建议办理台账-批注.xlsx'))
    const workbook = new NewWorkbook()
    await workbook.xlsx.load(answer.rawPayload as never)
    const sheet = workbook.worksheets[0]!
    expect(sheet.getCell('A1').value).toBe('示例市第十六届人民代表大会代表建议、批评和意见办理情况台账')
    expect(sheet.getCell('Q3').value).toBe('问题说明')
    const said: number[] = []
    for (let row = FIRST_ROW; row <= 304; row += 1) if (sheet.getCell(row, 17).value) said.push(row)
    expect(said).toEqual(PLANTED.map(({ row }) => row))
    for (const { row, says } of PLANTED) expect(String(sheet.getCell(row, 17).value)).toContain(says)
    expect(sheet.getCell(17, 11).fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
  })

  test('what somebody has touched since stands in the way of undoing, by name', async () => {
    await superuser.query(`update suggestions.suggestion set version = 2 where reference = '16-1-0008'`)
    const refused = await clerk.call('POST', `/imports/${run.it.id}/undo`)
    expect(refused).toMatchObject({ status: 409, body: { code: 'import-used', detail: expect.stringContaining('16-1-0008') } })
    await superuser.query(`update suggestions.suggestion set version = 1 where reference = '16-1-0008'`)
  })

  test('undoing takes all of it back at once, leaves no figure behind and gives no number away', async () => {
    expect((await clerk.call('POST', `/imports/${run.it.id}/undo`)).body.status).toBe('undoing')
    await workOn(run.it.id)
    expect(await get(run.it.id)).toMatchObject({ status: 'undone', counts: { undone: GOOD, imported: 0 }, allowed: [] })
    expect((await clerk.call('GET', '/suggestions')).body.items).toEqual([])
    expect((await house.visitor.call('GET', '/public/suggestions')).body.items).toEqual([])
    expect((await house.visitor.call('GET', '/public/suggestions/16-1-0008')).status).toBe(404)
    await expectTotalsRight()
    expect(await house.in(CITY, (tx) => totals(tx, 'suggestion.status'))).toEqual(new Map())
  })

  test('the mended workbook comes in whole: the same numbers are the same rows', async () => {
    const before = await suggestionCount()
    const mended = await checked(clerk, await mendedWorkbook(names))
    expect(mended.counts).toMatchObject({ good: 300, bad: 0, updates: 0 })
    await clerk.call('POST', `/imports/${mended.id}/import`, { mode: 'all' })
    await workOn(mended.id)
    expect(await suggestionCount()).toBe(before + BAD)
    // A field, a class and a class with its field, each by its name.
    for (const code of ['economy', 'construction.roads', 'livelihood.education'])
      expect(await suggestionCount(`and category = '${code}'`), code).toBe(50)
    const again = await checked(clerk, await mendedWorkbook(names))
    expect(again.counts).toMatchObject({ good: 300, updates: 300 })
    await clerk.call('POST', `/imports/${again.id}/import`, { mode: 'good' })
    await workOn(again.id)
    expect(await suggestionCount()).toBe(before + BAD)
    await clerk.call('POST', `/imports/${again.id}/undo`)
    await workOn(again.id)
    expect((await get(again.id)).status).toBe('undone')
    expect(await suggestionCount('and not is_undone')).toBe(300)
    await expectTotalsRight()
  })
})

describe('PLT-14 an import on its way', () => {
  test('is cancelled between two batches; what is in stays, goes on from there, or is taken back', async () => {
    const run = await checked(clerk, await messyWorkbook({ ...names, term: 17 }))
    await clerk.call('POST', `/imports/${run.id}/import`, { mode: 'good' })
    await runStopped(run.id, 1)
    expect((await clerk.call('POST', `/imports/${run.id}/cancel`)).body.status).toBe('cancelled')
    await workOn(run.id)
    const stopped = await get(run.id)
    expect(stopped.counts.imported).toBe(50)
    expect(stopped.allowed).toEqual(['continue', 'undo'])
    await clerk.call('POST', `/imports/${run.id}/continue`)
    await workOn(run.id)
    expect(await get(run.id)).toMatchObject({ status: 'imported', counts: { imported: GOOD } })
  })

  test('a day later it can no longer be undone', async () => {
    const { items } = (await clerk.call('GET', '/imports')).body
    const run = items.find((it: Run) => it.status === 'imported')
    expect(run.allowed).toContain('undo')
    const before = house.now()
    house.setNow(new Date(Date.parse(run.undoUntil)))
    const late = await house.person('deputies_affairs')
    expect((await late.call('POST', `/imports/${run.id}/undo`)).status).toBe(409)
    house.setNow(before)
  })

  test('a number that is taken by a suggestion of this house is a problem of the row, and nothing is changed', async () => {
    await superuser.query(`update suggestions.suggestion set imported_version = null where reference = '17-1-0001'`)
    const run = await checked(clerk, await messyWorkbook({ ...names, term: 17 }))
    const [line] = await problems(run.id)
    expect(line).toMatchObject({ row: FIRST_ROW, header: '编号', sentence: expect.stringContaining('编号已被占用') })
    await clerk.call('POST', `/imports/${run.id}/cancel`)
  })

  test('the database itself keeps replies that no import wrote', async () => {
    await expect(
      house.in(CITY, async (tx) => {
        const { numDeletedRows } = await tx.db
          .deleteFrom('suggestions.rating')
          .where('congress_id', '=', CITY)
          .where(
            'suggestion_id',
            '=',
            tx.db
              .selectFrom('suggestions.suggestion')
              .select('id')
              .where('congress_id', '=', CITY)
              .where('reference', '=', '17-1-0001'),
          )
          .executeTakeFirst()
        return Number(numDeletedRows)
      }),
    ).resolves.toBe(0)
  })

  test('a table that cannot be read says so, and can be tried again', async () => {
    const run = await checked(clerk, Buffer.from('一,二\n'), '空表.csv')
    expect(run).toMatchObject({ status: 'failed', problem: expect.stringMatching(/。$/) })
  })

  test('the template comes with its columns and is read back as a table of one good row', async () => {
    const { body, status } = await clerk.call('GET', '/imports/kinds/suggestion-history/template')
    expect(status).toBe(200)
    expect(String(body).length).toBeGreaterThan(1000)
  })
})

describe('PLT-14 PLT-01 the roster of deputies', () => {
  const table = (rows: string) => Buffer.from(`姓名,代表证号,代表团,性别,民族,出生年月,职务,起任日期\n${rows}`)

  test('enrols deputies, updates them by their card, refuses the card of another, and is undone', async () => {
    const admin = await house.person('system_admin')
    const first = await imported(
      admin,
      table('周　岚,17-0901,城区代表团,女,汉族,1975.3,教师,2022-01-05\n吴强,17-0902,城区代表团,男,满族,,工人,\n'),
    )
    expect(first.counts).toMatchObject({ imported: 2, bad: 0 })
    expect((await admin.call('GET', `/deputies?q=${encodeURIComponent('周岚')}`)).body.items).toMatchObject([
      { name: '周岚', delegation: '城区代表团' },
    ])
    const second = await checked(
      admin,
      table(
        '周岚,17-0901,城区代表团,女,汉族,1975,校长,2022-01-05\n郑和,17-0902,城区代表团,男,汉族,,,\n王五,17-0903,无此代表团,男,汉族,,,\n',
      ),
      '名册.csv',
      'deputy-roster',
    )
    expect(second.counts).toMatchObject({ good: 1, updates: 1, bad: 2 })
    const said = (await problems(second.id, admin)).map(({ sentence }) => sentence)
    expect(said).toEqual([expect.stringContaining('吴强'), expect.stringContaining('本届没有这个代表团')])
    await admin.call('POST', `/imports/${second.id}/import`, { mode: 'good' })
    await workOn(second.id)
    await admin.call('POST', `/imports/${second.id}/undo`)
    await workOn(second.id)
    expect((await get(second.id, admin)).status).toBe('undone')
    await admin.call('POST', `/imports/${first.id}/undo`)
    await workOn(first.id)
    expect((await get(first.id, admin)).status).toBe('undone')
    expect((await admin.call('GET', `/deputies?q=${encodeURIComponent('周岚')}`)).body.items).toEqual([])
  })

  async function imported(person: Person, bytes: Buffer): Promise<Run> {
    const run = await checked(person, bytes, '名册.csv', 'deputy-roster')
    await person.call('POST', `/imports/${run.id}/import`, { mode: 'all' })
    await workOn(run.id)
    return get(run.id, person)
  }
})

async function upload(person: Person, bytes: Buffer, name = MESSY_NAME): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
  const answer = await person.call('POST', '/files?purpose=table', bytes, headers)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.id
}

async function start(person: Person, fileId: string, kind = 'suggestion-history'): Promise<Run> {
  const answer = await person.call('POST', '/imports', { kind, fileId })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

/** Uploaded and checked, as far as it goes without a person. */
async function checked(person: Person, bytes: Buffer, name = MESSY_NAME, kind = 'suggestion-history'): Promise<Run> {
  const { id } = await start(person, await upload(person, bytes, name), kind)
  await workOn(id)
  return get(id, person)
}

async function get(id: string, person = clerk): Promise<Run> {
  return (await person.call('GET', `/imports/${id}`)).body
}

async function problems(id: string, person = clerk): Promise<ProblemLine[]> {
  return (await person.call('GET', `/imports/${id}/problems?limit=100`)).body.items
}

function workOn(runId: string): Promise<void> {
  return runJob(house, jobsFor(), 'imports.work-on', { congressId: CITY, runId })
}

/** Works, and loses its database in the middle of a batch, as after a kill: what was not committed is gone. */
async function runKilled(runId: string): Promise<void> {
  const state = { isRunning: true }
  const ended = workOn(runId)
    .then(
      () => 'done',
      () => 'died',
    )
    .finally(() => void (state.isRunning = false))
  while (state.isRunning) {
    await superuser.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'minyi_app' and xact_start is not null
        and (select count(*) from imports.import_row where state = 'imported') >= 50`)
  }
  expect(await ended).toBe('died')
}

/** Works until `batches` of rows are written; then the program is told to stop. */
async function runStopped(runId: string, batches: number): Promise<void> {
  const job = jobsFor().find(({ name }) => name === 'imports.work-on')!
  const stopping = new AbortController()
  let seen = 0
  const deps: Deps = {
    ...depsOf(house),
    signal: stopping.signal,
    clock: () => {
      seen += 1
      // The first step looks whether anything is to be checked.
      if (seen > batches) stopping.abort()
      return house.now()
    },
  }
  await expect(job.run(deps, { congressId: CITY, runId })).rejects.toThrow()
}

async function suggestionCount(more = ''): Promise<number> {
  const { rows } = await superuser.query(
    `select count(*)::int as n from suggestions.suggestion where congress_id = ${CITY} ${more}`,
  )
  return rows[0].n
}

async function importedCount(runId: string): Promise<number> {
  return (await get(runId)).counts.imported
}

/** What was appended to the totals is what the rows say. */
async function expectTotalsRight(): Promise<void> {
  await house.in(CITY, async (tx) => {
    await foldMeasures(tx)
    const counted = new Map<string, number>()
    for (const { metric, dimension, amount } of await recount.count(tx)) {
      const key = `${metric} ${dimension}`
      counted.set(key, (counted.get(key) ?? 0) + amount)
    }
    for (const metric of recount.metrics) {
      for (const [dimension, amount] of await totals(tx, metric)) {
        expect(amount, `${metric} ${dimension}`).toBe(counted.get(`${metric} ${dimension}`) ?? 0)
      }
    }
  })
}

async function cookiesOf(person: Person): Promise<Record<string, string>> {
  const { openSession, SESSION_COOKIE } = await import('#kernel/identity/api.ts')
  const session = await house.in(CITY, (tx) => openSession(tx, person.accountId, 'test', house.now()))
  return { [SESSION_COOKIE]: session.token }
}
