import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { categoryName, CategoryLabel, Names } from './contract.ts'

type Label = z.output<typeof CategoryLabel>

const zh = (p: Label) => `${p.class === null ? '大类' : '小类'}“${categoryName(p, 'zh-CN')}”`
const en = (p: Label) => `the ${p.class === null ? 'field' : 'class'} “${categoryName(p, 'en')}”`

/** What can happen to the dictionary of categories. */
export const events = {
  'category.added': kind({
    payload: CategoryLabel,
    visibility: 'internal',
    sentence: { zh: (p) => `新增建议类别：${zh(p)}`, en: (p) => `Added ${en(p)} to the categories of suggestions` },
  }),
  'category.renamed': kind({
    payload: CategoryLabel.extend({ before: Names }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `建议类别“${p.before.zh}”（${p.before.en}）改名为${zh(p)}（${(p.class ?? p.field).en}）`,
      en: (p) => `Renamed the category “${p.before.en}” to ${en(p)}`,
    },
  }),
  'category.moved': kind({
    payload: CategoryLabel.extend({ to: z.enum(['up', 'down']) }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `建议类别${zh(p)}${p.to === 'up' ? '上移' : '下移'}一位`,
      en: (p) => `Moved ${en(p)} one place ${p.to}`,
    },
  }),
  'category.retired': kind({
    payload: CategoryLabel,
    visibility: 'internal',
    sentence: { zh: (p) => `停用建议类别：${zh(p)}`, en: (p) => `Retired ${en(p)}` },
  }),
  'category.restored': kind({
    payload: CategoryLabel,
    visibility: 'internal',
    sentence: { zh: (p) => `恢复使用建议类别：${zh(p)}`, en: (p) => `Brought back ${en(p)}` },
  }),
} satisfies Catalogue

export const record = recorder(events)
