import { plainDocument, type PlainDocument } from '#kernel/documents/api.ts'
import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { fullSessionName } from '../rules/session-name.ts'
import { words } from '../words.ts'
import { FIELDS, numberOf, type CaseFile } from './case-file.ts'

/** 代表建议纸: what the deputy wrote, with room to sign. What was not handed in, or was returned, is marked as a draft. */
export function suggestionPaper({ it, parts, congress, today }: CaseFile): PlainDocument {
  const on = it.submittedOn ? toDateOnly(it.submittedOn) : today
  return plainDocument({
    title: `${fullSessionName(congress, it)}代表建议、批评和意见`,
    number: numberOf(it) || '（尚未编号）',
    date: on,
    isDraft: it.status === 'draft' || it.status === 'returned',
    blocks: [
      {
        kind: 'table',
        isForm: true,
        columns: FIELDS,
        rows: [
          ['标题', it.title],
          ['领衔代表', it.deputyName],
          ['类别', words.zh.category[it.category]],
          ['建议承办单位', it.proposedUnitName ?? '由代表工作机构研究确定'],
          ['是否公开全文', it.isPublic ? '是' : '否，只公开标题和办理进度'],
          ['提出日期', it.submittedOn ? formatDateZh(on) : '尚未提交'],
        ],
      },
      { kind: 'heading', level: 1, text: '事由' },
      { kind: 'paragraph', text: it.matter },
      { kind: 'heading', level: 1, text: '具体建议' },
      ...parts.requests.map((request, at) => ({ kind: 'paragraph', text: `${at + 1}. ${request}` }) as const),
      {
        kind: 'table',
        isForm: true,
        columns: FIELDS,
        rows: [
          ['领衔代表签名', '\n\n'],
          ['签名日期', '　　　　年　　月　　日'],
        ],
      },
    ],
  })
}
