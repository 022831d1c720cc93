import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { pageOf, pageQuery } from '#lib/http/page.ts'
import { ImportInput, ImportKind, MappingInput, NameInput, ProblemLine, Run, StartInput } from './contract.ts'

const byId = z.object({ id: z.uuid() })
/** Each kind names its own roles among these; the rest of the house does not see its runs. */
const importers = ['deputies_affairs', 'system_admin'] as const

export const importsApi = define({
  listImportKinds: {
    method: 'GET',
    path: '/imports/kinds',
    summary: '可以导入什么，各有哪些列',
    audience: importers,
    ok: z.object({ items: z.array(ImportKind) }),
  },
  downloadTemplate: {
    method: 'GET',
    path: '/imports/kinds/{name}/template',
    summary: '下载导入模板',
    audience: importers,
    params: z.object({ name: z.string().max(60) }),
    ok: fileAnswer,
  },
  listImports: {
    method: 'GET',
    path: '/imports',
    summary: '以前的导入，新的在前',
    audience: importers,
    query: pageQuery.extend({ cursor: z.uuid().optional() }),
    ok: pageOf(Run),
  },
  startImport: {
    method: 'POST',
    path: '/imports',
    summary: '用已上传的表格开始一次导入：先检查，不写入',
    audience: importers,
    body: StartInput,
    ok: Run,
    status: 201,
  },
  getImport: {
    method: 'GET',
    path: '/imports/{id}',
    summary: '一次导入的进度和结果',
    audience: importers,
    params: byId,
    ok: Run,
  },
  listImportProblems: {
    method: 'GET',
    path: '/imports/{id}/problems',
    summary: '需要修改的行，每处一条',
    audience: importers,
    params: byId,
    query: pageQuery.extend({ cursor: z.coerce.number().int().min(0).optional() }),
    ok: pageOf(ProblemLine),
  },
  mapColumns: {
    method: 'PUT',
    path: '/imports/{id}/mapping',
    summary: '改列对应，重新检查',
    audience: importers,
    params: byId,
    body: MappingInput,
    ok: Run,
  },
  chooseName: {
    method: 'POST',
    path: '/imports/{id}/names',
    summary: '指明一个名称是谁：只用于一行，或都这样识别并记住',
    audience: importers,
    params: byId,
    body: NameInput,
    ok: Run,
  },
  confirmImport: {
    method: 'POST',
    path: '/imports/{id}/import',
    summary: '导入：先导入正确的行，或全部正确才导入',
    audience: importers,
    params: byId,
    body: ImportInput,
    ok: Run,
  },
  cancelImport: {
    method: 'POST',
    path: '/imports/{id}/cancel',
    summary: '取消；已导入的行保留，可以撤销',
    audience: importers,
    params: byId,
    ok: Run,
  },
  continueImport: {
    method: 'POST',
    path: '/imports/{id}/continue',
    summary: '从断点继续',
    audience: importers,
    params: byId,
    ok: Run,
  },
  undoImport: {
    method: 'POST',
    path: '/imports/{id}/undo',
    summary: '24 小时内整批撤销',
    audience: importers,
    params: byId,
    ok: Run,
  },
  downloadAnnotated: {
    method: 'GET',
    path: '/imports/{id}/annotated',
    summary: '下载带批注的原表：红色单元格，最后一列是问题说明',
    audience: importers,
    params: byId,
    ok: fileAnswer,
  },
})
