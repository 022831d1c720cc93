import { renderDocx, renderPdf, type DocumentModel } from '#kernel/documents/api.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import { actOf, visible, type Reading } from '../routes.ts'
import { findParts } from '../store.ts'
import { numberOf, type CaseFile } from './case-file.ts'
import type { Format, PaperKind } from './contract.ts'
import type { documentsApi } from './endpoints.ts'
import { handOverNotice } from './hand-over.ts'
import { suggestionPaper } from './paper.ts'
import { ratingForm } from './rating-form.ts'
import { replyLetter } from './reply-letter.ts'
import { handlingReport } from './report.ts'

/** A request that also tells the house's name and the address by which it was reached, for letterheads and squares. */
interface Printing extends Reading {
  readonly congress: { readonly name: string }
  readonly request: { readonly protocol: string; readonly host: string }
}

const papers: Readonly<Record<PaperKind, { name: string; make: (file: CaseFile) => DocumentModel }>> = {
  paper: { name: '代表建议纸', make: suggestionPaper },
  'hand-over': { name: '交办通知', make: handOverNotice },
  reply: { name: '答复函', make: replyLetter },
  'rating-form': { name: '征询意见表', make: ratingForm },
}

export const documentHandlers: Handlers<Printing, typeof documentsApi> = {
  printSuggestion: async (context, { params, query }) => {
    const file = await openCase(context, params.id, query.round)
    const { name, make } = papers[params.kind]
    return print(make(file), `${numberOf(file.it) || file.it.title}-${name}`, query.format)
  },
  reportSuggestions: async (context, { query }) => {
    const today = toBeijingDate(context.now)
    const report = await handlingReport(actOf(context), context.congress.name)
    return print(report, `代表建议办理情况报告-${today}`, query.format)
  },
}

async function openCase(context: Printing, id: string, round: number | undefined): Promise<CaseFile> {
  const { tx, now, request, congress } = context
  const it = await visible(actOf(context), id)
  const today = toBeijingDate(now)
  const address = `${request.protocol}://${request.host}/workbench/suggestions/${id}`
  return { it, parts: await findParts(tx, id), congress: congress.name, clock: await loadClock(tx, today), today, round, address }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function print(model: DocumentModel, name: string, format: Format): Promise<FileAnswer> {
  if (format === 'docx') return { fileName: `${name}.docx`, mediaType: DOCX, body: await renderDocx(model) }
  return { fileName: `${name}.pdf`, mediaType: 'application/pdf', body: await renderPdf(model) }
}
