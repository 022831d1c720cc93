import { categoryName } from '#kernel/categories/contract.ts'
import { plainDocument, type PlainDocument } from '#kernel/documents/api.ts'
import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { fullSessionName } from './rules/session-name.ts'
import type { Status } from '../contract.ts'
import type { Suggestion } from '../store.ts'
import { cosignersOf, FIELDS, numberOf, type CaseFile } from './case-file.ts'

/** 代表建议纸: what the deputy wrote, with room to sign. What was not handed in, or was returned, is marked as a draft. */
export function suggestionPaper(file: CaseFile): PlainDocument {
  const { it, parts, congress, today } = file
  const on = it.submittedOn ? toDateOnly(it.submittedOn) : today
  return plainDocument({
    title: `${fullSessionName(congress, it)}代表建议、批评和意见`,
    number: numberOf(it) || '（尚未编号）',
    date: on,
    isDraft: unsubmitted.includes(it.status),
    blocks: [
      {
        kind: 'table',
        isForm: true,
        columns: FIELDS,
        rows: [
          ['标题', it.title],
          ['领衔代表', it.deputyName],
          ...(parts.cosigners.length > 0 ? [['联名代表', joined(file)]] : []),
          ['类别', categoryName(it.category, 'zh-CN')],
          ['建议承办单位', it.proposedUnitName ?? '由代表工作机构研究确定'],
          ['是否公开全文', publication(it)],
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

const unsubmitted: readonly Status[] = ['draft', 'cosigning', 'returned']

/** Who signed the present text and on which day; whoever signed an older text has to read it again. */
function joined(file: CaseFile): string {
  const confirmed = cosignersOf(file)
  const names = confirmed.map(({ deputyName, answeredOn }) =>
    answeredOn ? `${deputyName}（${formatDateZh(toDateOnly(answeredOn))}确认）` : deputyName,
  )
  return names.length > 0 ? `${names.join('、')}，共${names.length}名` : '尚无代表确认'
}

function publication({ isConfidential, isPublic, publicSummary }: Suggestion): string {
  if (isConfidential) return '保密办理，不公开'
  if (!isPublic) return '否，只公开标题和办理进度'
  return publicSummary === null ? '是' : '公开摘要'
}
