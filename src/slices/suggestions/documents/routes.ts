import { renderDocx, renderPdf, type DocumentModel } from '#kernel/documents/api.ts'
import { openFile, type BlobStore } from '#kernel/files/api.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import { presentYear } from '../figures/reading.ts'
import { actOf, visible, type Reading } from '../routes.ts'
import { findParts } from '../parts-store.ts'
import { isLeading, ratingsFor } from '../views.ts'
import { numberOf, type Asked, type CaseFile } from './case-file.ts'
import type { Format, PaperKind } from './contract.ts'
import type { documentsApi } from './endpoints.ts'
import { handOverNotice } from './hand-over.ts'
import { suggestionPaper } from './paper.ts'
import { ratingForm } from './rating-form.ts'
import { replyLetter } from './reply-letter.ts'
import { handlingReport } from './report.ts'

/** A request that also tells the house's name and the address by which it was reached, for letterheads and squares. */
interface Printing extends Reading {
  readonly blobs: BlobStore
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
    const { round, unit, draft } = query
    const file = await openCase(context, params.id, draft ? ownDraft(context, unit) : { round, unitId: unit })
    const { name, make } = papers[params.kind]
    return print(make(file), `${numberOf(file.it) || file.it.title}-${name}`, query.format)
  },
  openReplyScan: async (context, { params: { id, round, unitId } }) => {
    await visible(actOf(context), id)
    const { replies } = await findParts(context.tx, id)
    const scanFileId = replies.find((it) => it.round === round && it.unitId === unitId)?.scanFileId
    if (!scanFileId) throw notFound('这份盖章件')
    return openFile(context.tx, context.blobs, scanFileId)
  },
  reportSuggestions: async (context, { query }) => {
    const year = query.year === undefined ? await presentYear(context) : Number(query.year)
    const report = await handlingReport(actOf(context), context.congress.name, year)
    return print(report, `${year}年度代表建议办理情况报告-${toBeijingDate(context.now)}`, query.format)
  },
}

/** What is not sent yet is asked for by its author or a fellow lead; `openCase` looks whether they are. */
function ownDraft({ actor }: Reading, unit: string | undefined): Asked {
  return { unitId: unit ?? actor?.unitId ?? undefined, isDraft: true }
}

async function openCase(context: Printing, id: string, asked: Asked): Promise<CaseFile> {
  const { tx, now, request, congress } = context
  const act = actOf(context)
  const it = await visible(act, id)
  const parts = await findParts(tx, id)
  if (asked.isDraft && !isLeading(act.actor, parts)) throw new Hidden('这份答复稿')
  const today = toBeijingDate(now)
  const address = `${request.protocol}://${request.host}/workbench/suggestions/${id}`
  const { ratings } = ratingsFor(act.actor, it, parts)
  return { it, parts, ratings, congress: congress.name, clock: await loadClock(tx, today), today, asked, address }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function print(model: DocumentModel, name: string, format: Format): Promise<FileAnswer> {
  if (format === 'docx') return { fileName: `${name}.docx`, mediaType: DOCX, body: await renderDocx(model) }
  return { fileName: `${name}.pdf`, mediaType: 'application/pdf', body: await renderPdf(model) }
}
