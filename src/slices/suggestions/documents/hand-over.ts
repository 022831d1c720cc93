import { officialDocument, type Block, type OfficialDocument } from '#kernel/documents/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import type { Part } from '../contract.ts'
import { kindOf } from '../rules/handling.ts'
import { officeName, shortSessionName } from './rules/session-name.ts'
import { words } from '../words.ts'
import { FIELDS, handlersOf, numberOf, speakersOf, type CaseFile } from './case-file.ts'

/**
 * 交办通知: to every unit that has a part in it, with who leads, who gives an opinion and what each answers, the last day for the reply
 * and where to sign for it. Its number was taken from the register at the hand-over; what was handed over before there was one leaves room
 * for it.
 */
export function handOverNotice(file: CaseFile): OfficialDocument {
  const { it, congress, clock } = file
  if (!it.handedOverOn || !it.unitName)
    throw new Problem(409, 'not-handed-over', '这件建议还没有交办，没有交办通知。交办以后再打印。')
  const on = toDateOnly(it.noticedOn ?? it.handedOverOn)
  const office = officeName(congress, clock.profileOf(it).vocabulary.deputiesOffice)
  const units = handlersOf(file)
  return officialDocument({
    issuer: `${office}文件`,
    number: it.noticeNumber ?? `〔${on.slice(0, 4)}〕　　号`,
    title: `关于交办${shortSessionName(congress, it)}${numberOf(it)}代表建议的通知`,
    addressee: units.map(({ unitName }) => unitName).join('、') || it.unitName,
    blocks: [
      paragraph(`${speakersOf(file)}提出的《${it.title}》（${numberOf(it)}），经审查现交${whom(units)}办理。`),
      ...division(file),
      { kind: 'heading', level: 1, text: '答复期限' },
      ...terms(file),
      { kind: 'heading', level: 1, text: '办理要求' },
      paragraph('办理中请与代表联系沟通，听取意见；对代表提出的每一条具体建议逐条答复，并注明办理结果类别。'),
      { kind: 'heading', level: 1, text: '签收' },
      { kind: 'table', isForm: true, columns: FIELDS, rows: receipts(file) },
    ],
    attachments: [`${numberOf(it)}代表建议纸`],
    signer: office,
    date: on,
    ...(it.noticeNumber === null && { note: '文号由印发机关在印发时填写' }),
    copies: [`${it.deputyName}代表`],
  })
}

function whom(units: readonly { part: Part }[]): string {
  if (units.length < 2) return '你单位'
  const isSeparate = kindOf(units) === 'separate'
  return isSeparate ? '你们单位分别' : '你们单位'
}

/** Who leads, who gives an opinion, what each answers separately; nothing where one unit does it alone. */
function division(file: CaseFile): Block[] {
  const units = handlersOf(file)
  if (units.length < 2) return []
  const { coHandler } = file.clock.profileOf(file.it).vocabulary
  const nameOf = (part: Part) => (part === 'co' ? coHandler : words.zh.part[part])
  return [
    { kind: 'heading', level: 1, text: '办理分工' },
    {
      kind: 'table',
      columns: [
        { header: '单位', share: 4 },
        { header: '分工', share: 2, align: 'center' },
        { header: '办理内容', share: 7 },
      ],
      rows: units.map(({ unitName, part, scope }) => [unitName, nameOf(part), scope || duty(part, coHandler)]),
    },
  ]
}

function duty(part: Part, coHandler: string): string {
  return part === 'co' ? `向主办单位送${coHandler}意见` : '答复代表'
}

/** The last day for the reply with its basis, and for the opinions of co-handlers where this place names one. */
function terms(file: CaseFile): Block[] {
  const { it, clock } = file
  const due = clock.replyDueOf({ ...it, round: 1 })
  const { coHandler } = clock.profileOf(it).vocabulary
  const opinion = handlersOf(file).find(({ part }) => part === 'co')
  const opinionDueOn = opinion ? clock.opinionDueOn(it, { ...opinion, acceptedOn: null, opinionOn: null }) : null
  return [
    ...(due ? [paragraph(`请于${formatDateZh(toDateOnly(due.dueOn))}以前答复代表。${due.sentence}`)] : []),
    ...(opinionDueOn
      ? [paragraph(`${coHandler}单位请于${formatDateZh(toDateOnly(opinionDueOn))}以前将${coHandler}意见送主办单位。`)]
      : []),
  ]
}

function receipts(file: CaseFile): string[][] {
  return handlersOf(file).flatMap(({ unitName, acceptedOn }) => [
    ['签收单位（章）', `${unitName}\n`],
    ['签收人、日期', `${acceptedOn ? `已于${formatDateZh(toDateOnly(acceptedOn))}在平台签收` : ''}\n`],
  ])
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
