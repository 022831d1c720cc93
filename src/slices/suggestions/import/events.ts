import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

const numbered = z.object({ title: z.string(), reference: z.string() })

export const importEvents = {
  'suggestion.imported': kind({
    payload: numbered.extend({ isUpdate: z.boolean() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.isUpdate ? '由表格导入，更新了内容' : '由表格导入'),
      en: (p) => (p.isUpdate ? 'Updated from a table' : 'Imported from a table'),
    },
  }),
  'suggestion.import_undone': kind({
    payload: numbered,
    visibility: 'internal',
    sentence: { zh: () => '导入已撤销', en: () => 'The import was taken back' },
  }),
} satisfies Catalogue

export const recordImport = recorder(importEvents)
