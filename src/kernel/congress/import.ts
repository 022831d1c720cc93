import type { Finding, GivenRow, Importable, ImportAct, ImportColumn, Verdict, Written } from '#kernel/imports/api.ts'
import { initialsOf } from '#kernel/search/api.ts'
import { newId } from '#lib/id.ts'
import { record } from './events.ts'
import {
  enrol,
  findTerm,
  insertDelegation,
  listDelegations,
  listEnrolled,
  unenrol,
  type Enrolled,
  type RosterEntry,
} from './import-store.ts'

const columns: readonly ImportColumn[] = [
  { key: 'name', label: '姓名', aliases: ['代表姓名', '代表'], type: 'text', isRequired: true, most: 30, sample: '王敏' },
  {
    key: 'card',
    label: '代表证号',
    aliases: ['证号', '代表证编号', '代表编号', '编号'],
    type: 'text',
    isRequired: true,
    most: 40,
    sample: '17-0001',
  },
  {
    key: 'delegation',
    label: '代表团',
    aliases: ['所在代表团', '代表团名称', '所属代表团'],
    type: 'text',
    isRequired: true,
    most: 60,
    sample: '城区代表团',
  },
  {
    key: 'gender',
    label: '性别',
    type: 'choice',
    isRequired: true,
    choices: { 男: ['男', '男性'], 女: ['女', '女性'] },
    sample: '女',
  },
  { key: 'nationality', label: '民族', type: 'text', isRequired: true, most: 20, sample: '汉族' },
  { key: 'bornIn', label: '出生年份', aliases: ['出生年', '出生年月', '出生日期'], type: 'text', most: 20, sample: '1975' },
  {
    key: 'occupation',
    label: '工作单位及职务',
    aliases: ['职务', '职业', '单位及职务', '工作单位', '职业构成'],
    type: 'text',
    most: 100,
    sample: '示例小学教师',
  },
  {
    key: 'constituency',
    label: '选区',
    aliases: ['选举单位', '原选举单位', '选区名称'],
    type: 'text',
    most: 60,
    sample: '第三选区',
  },
  { key: 'startsOn', label: '起任日期', aliases: ['当选日期', '任职日期', '当选时间'], type: 'date', sample: '2022-01-05' },
]

/** 代表名册: the deputies of the present term. */
export const deputyRoster: Importable = {
  name: 'deputy-roster',
  title: { zh: '代表名册', en: 'Roster of deputies' },
  lead: {
    zh: '本届代表的姓名、代表证号、代表团和职务。代表证号相同的，更新原有内容。登录账号另在“人员与角色”里开设。',
    en: 'Names, card numbers, delegations and posts of the deputies of this term. The same card number updates what is there. Accounts are opened under people and roles.',
  },
  roles: ['deputies_affairs', 'system_admin'],
  columns,
  keyOf: ({ card }) => (typeof card === 'string' ? card.normalize('NFKC') : null),
  check,
  write,
  blockers,
  undo,
}

async function check({ tx, today }: ImportAct, rows: readonly GivenRow[]): Promise<Verdict[]> {
  const term = await findTerm(tx, today)
  if (!term) return rows.map(() => ({ findings: [{ column: null, sentence: '还没有登记届次，请先登记本届' }], isUpdate: false }))
  const known = await listDelegations(tx, term.number)
  const enrolled = await listEnrolled(tx, term.number, {
    cards: rows.map(({ values }) => String(values['card']).normalize('NFKC')),
  })
  const before = new Map(enrolled.map((it) => [it.cardNumber, it]))
  return rows.map(({ values }) => {
    const entry = entryOf(values, term.startsOn)
    const other = before.get(entry.cardNumber)
    return {
      findings: [...faultsOf(values, entry, known), ...otherPerson(entry, other)],
      isUpdate: other !== undefined && !other.isUndone,
    }
  })
}

function faultsOf(values: GivenRow['values'], entry: RosterEntry, known: ReadonlyMap<string, string>): Finding[] {
  const faults: Finding[] = []
  // A term without any delegation takes them from its first roster; later a new name is a slip of the hand.
  if (known.size > 0 && !known.has(entry.delegation))
    faults.push({ column: 'delegation', sentence: `本届没有这个代表团。本届有：${[...known.keys()].join('、')}` })
  if (values['bornIn'] !== null && entry.bornIn === null)
    faults.push({ column: 'bornIn', sentence: '看不懂出生年份，请写成 1975' })
  return faults
}

function otherPerson(entry: RosterEntry, other: Enrolled | undefined): Finding[] {
  if (!other || other.isUndone || other.name === entry.name) return []
  return [{ column: 'card', sentence: `代表证号已被占用：是${other.name}代表的，请核对` }]
}

function entryOf(values: GivenRow['values'], termStartsOn: string): RosterEntry {
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '')
  const year = /^(19\d{2}|20\d{2})/.exec(text('bornIn').normalize('NFKC'))?.[1]
  const name = text('name').replaceAll(/[\s\u3000]/g, '')
  return {
    name,
    initials: initialsOf(name),
    cardNumber: text('card').normalize('NFKC'),
    gender: text('gender'),
    nationality: text('nationality'),
    bornIn: year ? Number(year) : null,
    occupation: text('occupation'),
    constituency: text('constituency'),
    delegation: text('delegation').replaceAll(/\s/g, ''),
    startsOn: text('startsOn') || termStartsOn,
  }
}

async function write(act: ImportAct, { values }: GivenRow): Promise<Written> {
  const { tx, now, today, actorId } = act
  const term = await findTerm(tx, today)
  if (!term) throw new Error('No term')
  const entry = entryOf(values, term.startsOn)
  const [other] = await listEnrolled(tx, term.number, { cards: [entry.cardNumber] })
  const id = other?.id ?? newId()
  const bodyId = await delegationOf(act, term.number, entry.delegation)
  await enrol(tx, { ...entry, id, seatId: other?.seatId ?? newId(), term: term.number, bodyId })
  const isUpdate = other !== undefined && !other.isUndone
  await record(tx, now, { name: 'deputy.imported', subjectId: id, actorId, payload: { name: entry.name, isUpdate } })
  return { subjectId: id, mark: markOf(entry), before: isUpdate && other.seatId ? entryIn(other) : null }
}

async function delegationOf({ tx }: ImportAct, term: number, name: string): Promise<string> {
  const known = await listDelegations(tx, term)
  const found = known.get(name)
  if (found) return found
  const id = newId()
  await insertDelegation(tx, { id, term, name, ordinal: known.size + 1 })
  return id
}

/** What a roster says of a deputy, in one text: it differs once anybody has changed it. */
function markOf(entry: RosterEntry): string {
  const { name, cardNumber, gender, nationality, bornIn, occupation, constituency, delegation, startsOn } = entry
  return JSON.stringify([name, cardNumber, gender, nationality, bornIn, occupation, constituency, delegation, startsOn])
}

function entryIn(it: Enrolled): RosterEntry {
  const { name, initials, cardNumber, gender, nationality, bornIn, occupation, constituency, delegation, startsOn } = it
  return { name, initials, cardNumber, gender, nationality, bornIn, occupation, constituency, delegation, startsOn }
}

async function blockers({ tx, today }: ImportAct, written: readonly Written[]): Promise<string[]> {
  const term = await findTerm(tx, today)
  const ids = written.map(({ subjectId }) => subjectId)
  const now = new Map((await listEnrolled(tx, term?.number ?? 0, { ids })).map((it) => [it.id, it]))
  return written.flatMap(({ subjectId, mark, before }) => {
    const it = now.get(subjectId)
    if (!it) return []
    if (before === null && it.hasAccount) return [`${it.name}已开设账号`]
    return markOf(it) === mark ? [] : [`${it.name}的登记已有改动`]
  })
}

async function undo(act: ImportAct, { subjectId, before }: Written): Promise<void> {
  const { tx, now, today, actorId } = act
  const term = await findTerm(tx, today)
  const [it] = await listEnrolled(tx, term?.number ?? 0, { ids: [subjectId] })
  if (!term || !it?.seatId) throw new Error('What was imported is gone')
  // What `write` left behind under `before`.
  const earlier = before as RosterEntry | null
  if (earlier) {
    const bodyId = await delegationOf(act, term.number, earlier.delegation)
    await enrol(tx, { ...earlier, id: it.id, seatId: it.seatId, term: term.number, bodyId })
  } else await unenrol(tx, it, term.number)
  await record(tx, now, { name: 'deputy.import_undone', subjectId, actorId, payload: { name: it.name } })
}
