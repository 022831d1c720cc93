import { officialDocument, type OfficialDocument } from '#kernel/documents/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { officeName, shortSessionName } from '../rules/session-name.ts'
import { FIELDS, numberOf, type CaseFile } from './case-file.ts'

/**
 * 交办通知: to the unit, with the last day for its reply and where to sign for it. The number of the paper is left open: one notice
 * hands over many suggestions as a rule, and a number taken for each would be wasted; the office fills it in on issue.
 */
export function handOverNotice({ it, congress, clock }: CaseFile): OfficialDocument {
  if (!it.handedOverOn || !it.unitName)
    throw new Problem(409, 'not-handed-over', '这件建议还没有交办，没有交办通知。交办以后再打印。')
  const on = toDateOnly(it.handedOverOn)
  const office = officeName(congress, clock.profile.vocabulary.deputiesOffice)
  const due = clock.replyDueOf({ ...it, round: 1 })
  return officialDocument({
    issuer: `${office}文件`,
    number: `〔${on.slice(0, 4)}〕　　号`,
    title: `关于交办${shortSessionName(congress, it)}${numberOf(it)}代表建议的通知`,
    addressee: it.unitName,
    blocks: [
      { kind: 'paragraph', text: `${it.deputyName}代表提出的《${it.title}》（${numberOf(it)}），经审查现交你单位办理。` },
      { kind: 'heading', level: 1, text: '答复期限' },
      { kind: 'paragraph', text: due ? `请于${formatDateZh(toDateOnly(due.dueOn))}以前答复代表。${due.sentence}` : '' },
      { kind: 'heading', level: 1, text: '办理要求' },
      { kind: 'paragraph', text: '办理中请与代表联系沟通，听取意见；对代表提出的每一条具体建议逐条答复，并注明办理结果类别。' },
      { kind: 'heading', level: 1, text: '签收' },
      {
        kind: 'table',
        isForm: true,
        columns: FIELDS,
        rows: [
          ['签收单位（章）', '\n'],
          ['签收人、日期', `${it.acceptedOn ? `已于${formatDateZh(toDateOnly(it.acceptedOn))}在平台签收` : ''}\n`],
        ],
      },
    ],
    attachments: [`${numberOf(it)}代表建议纸`],
    signer: office,
    date: on,
    note: '文号由印发机关在印发时填写',
    copies: [`${it.deputyName}代表`],
  })
}
