import { addressOf, Panel, usePerson, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import type { Format, PaperKind } from '../contract.ts'
import type { documentsApi } from '../endpoints.ts'

// Repeated here with their types alone: the schemas of the contract do not go into the browser.
const printPath: (typeof documentsApi)['printSuggestion']['path'] = '/suggestions/{id}/documents/{kind}'
const scanPath: (typeof documentsApi)['openReplyScan']['path'] = '/suggestions/{id}/replies/{round}/{unitId}/scan'
const reportPath: (typeof documentsApi)['reportSuggestions']['path'] = '/suggestions/report'
const reportReaders: (typeof documentsApi)['reportSuggestions']['audience'] = ['deputies_affairs', 'leader']
const formats: readonly Format[] = ['pdf', 'docx']

const zh = {
  title: '打印与下载',
  papers: {
    paper: '代表建议纸',
    'hand-over': '交办通知',
    reply: '答复函',
    'rating-form': '征询意见表',
  } satisfies Record<PaperKind, string>,
  replyOf: (unit: string, round: number) => `答复函（${unit}${round > 1 ? `，第 ${round} 轮` : ''}）`,
  scan: '盖章件',
  report: '本年度办理情况报告',
  reportOf: (year: number) => `${year}年度办理情况报告`,
  format: { pdf: 'PDF', docx: 'Word' },
}
const en: typeof zh = {
  title: 'Print and download',
  papers: { paper: 'Suggestion form', 'hand-over': 'Notice of hand-over', reply: 'Reply letter', 'rating-form': 'Rating form' },
  replyOf: (unit, round) => `Reply letter (${unit}${round > 1 ? `, round ${round}` : ''})`,
  scan: 'Stamped copy',
  report: 'Report on the handling of this year',
  reportOf: (year) => `Report on the handling of ${year}`,
  format: { pdf: 'PDF', docx: 'Word' },
}
export const documentWords = { zh, en }

/** 套红预览 as the printer sets it, of the draft that this unit has on the server. */
export function draftLetter(id: string, unitId: string): string {
  return addressOf(printPath, { params: { id, kind: 'reply' }, query: { draft: 'yes', unit: unitId } })
}

/** 保存 PDF: the paper of a suggestion as it was put. */
export function paperAddress(id: string): string {
  return addressOf(printPath, { params: { id, kind: 'paper' }, query: { format: 'pdf' } })
}

/** The papers that there are of this suggestion by now, to print or to edit. */
export function DocumentsMenu({ it }: { it: Detail }) {
  const t = useWords(documentWords)
  return (
    <Panel title={t.title} isScreenOnly>
      <ul>
        {papersOf(it).map((kind) => (
          <li key={kind}>
            <Downloads
              name={t.papers[kind]}
              address={(format) => addressOf(printPath, { params: { id: it.id, kind }, query: { format } })}
            />
          </li>
        ))}
        {it.replies.map(({ round, unitId, unitName, scanFileId }) => (
          <li key={`${round}-${unitId}`}>
            <Downloads
              name={t.replyOf(unitName, round)}
              address={(format) =>
                addressOf(printPath, { params: { id: it.id, kind: 'reply' }, query: { format, round, unit: unitId } })
              }
            />
            {scanFileId && (
              <>
                {' '}
                <a href={addressOf(scanPath, { params: { id: it.id, round, unitId } })} download>
                  {t.scan}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** 年度办理情况报告, for those who may have it; of the present year where none is given. */
export function ReportDownload({ year }: { year?: number }) {
  const t = useWords(documentWords)
  const { roles } = usePerson()
  if (!reportReaders.some((role) => roles.includes(role))) return null
  return (
    <p>
      <Downloads
        name={year === undefined ? t.report : t.reportOf(year)}
        address={(format) => addressOf(reportPath, { query: { format, year } })}
      />
    </p>
  )
}

function Downloads({ name, address }: { name: string; address: (format: Format) => string }) {
  const t = useWords(documentWords)
  return (
    <>
      {name}
      {formats.map((format) => (
        <span key={format}>
          {' '}
          <a href={address(format)} aria-label={`${name} ${t.format[format]}`} download>
            {t.format[format]}
          </a>
        </span>
      ))}
    </>
  )
}

function papersOf(it: Detail): PaperKind[] {
  return [
    'paper',
    ...(it.handedOverOn ? (['hand-over'] as const) : []),
    ...(it.replies.length > 0 ? (['rating-form'] as const) : []),
  ]
}
