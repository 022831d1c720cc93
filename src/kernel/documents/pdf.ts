import { Problem } from '#lib/http/problem.ts'
import type { DocumentModel } from './model.ts'
import { openPdfRenderer, type PdfRenderer } from './typst.ts'

let opened: Promise<PdfRenderer> | undefined

/**
 * The document as PDF, by the one compiler of this process, which is started when it is first needed (some 100 MB, half a second).
 * Throws a 503 where the server has no Chinese font; the next call tries again, so that installing one is enough.
 */
export async function renderPdf(model: DocumentModel): Promise<Buffer> {
  opened ??= openPdfRenderer()
  const renderer = await opened.catch((error: unknown) => {
    opened = undefined
    throw new Problem(503, 'no-pdf', '服务器现在不能生成 PDF。请先下载 Word 文件，并请系统管理员安装中文字体。', {
      extra: { reason: error instanceof Error ? error.message : String(error) },
    })
  })
  return renderer.render(model)
}
