import { categoryName } from '#kernel/categories/contract.ts'
import type { Words } from '#lib/pure/words.ts'
import type { PublicItem } from '../contract.ts'
import { words } from '../words.ts'

/** One public suggestion with what is computed from its dates. */
export interface OpenRow extends PublicItem {
  /** The last day for the reply of the present round; null before the hand-over. */
  readonly dueOn: string | null
  readonly url: string
}

/** A column of the open data: its name in JSON, its heading in CSV, what it means. The page `/open` is drawn from this very list. */
export interface OpenField {
  readonly name: string
  readonly head: Words<string>
  readonly meaning: Words<string>
  value(it: OpenRow): string | number | null
}

export const openFields: readonly OpenField[] = [
  {
    name: 'reference',
    head: { zh: '编号', en: 'Reference' },
    meaning: {
      zh: '届次-会次（闭会期间为年份）-序号，唯一，不重复使用',
      en: 'Term, session (or year between sessions) and number; unique, never reused',
    },
    value: (it) => it.reference,
  },
  {
    name: 'title',
    head: { zh: '标题', en: 'Title' },
    meaning: { zh: '建议标题', en: 'Title of the suggestion' },
    value: (it) => it.title,
  },
  {
    name: 'category',
    head: { zh: '类别', en: 'Category' },
    meaning: {
      zh: '大类，或大类·小类；停用的类别保留原名',
      en: 'Field, or field and class, in Chinese; retired ones keep their names',
    },
    value: (it) => categoryName(it.category, 'zh-CN'),
  },
  {
    name: 'categoryCode',
    head: { zh: '类别代码', en: 'Category code' },
    meaning: {
      zh: '不随改名变化；点号前是大类的代码。中英文名称见 /api/v1/public/categories',
      en: 'Stays when it is renamed; before the dot stands the field. Names in both languages: /api/v1/public/categories',
    },
    value: (it) => it.category.code,
  },
  {
    name: 'deputy',
    head: { zh: '领衔代表', en: 'Lead deputy' },
    meaning: { zh: '领衔提出的代表姓名', en: 'Name of the deputy who put it forward' },
    value: (it) => it.deputy.name,
  },
  {
    name: 'unit',
    head: { zh: '承办单位', en: 'Handling unit' },
    meaning: { zh: '现在的承办单位；交办以前为空', en: 'The unit that handles it now; empty before the hand-over' },
    value: (it) => it.unit?.name ?? null,
  },
  {
    name: 'status',
    head: { zh: '状态', en: 'Status' },
    meaning: { zh: '办到哪一步，与页面上的词相同', en: 'How far it is, in the words of the pages' },
    value: (it) => words.zh.status[it.status],
  },
  {
    name: 'handedOverOn',
    head: { zh: '交办日期', en: 'Handed over on' },
    meaning: {
      zh: '北京时间的日期，年-月-日；答复期限自次日起算',
      en: 'Day in Beijing, ISO 8601; the term of the reply begins the day after',
    },
    value: (it) => it.handedOverOn,
  },
  {
    name: 'dueOn',
    head: { zh: '答复期限', en: 'Reply due on' },
    meaning: {
      zh: '本轮答复的最后一日，按交办时的办理规则包计算',
      en: 'Last day for the reply of the present round, by the rules in force at the hand-over',
    },
    value: (it) => it.dueOn,
  },
  {
    name: 'repliedOn',
    head: { zh: '答复日期', en: 'Answered on' },
    meaning: { zh: '最近一次答复代表的日期；没有答复为空', en: 'Day of the latest reply; empty where there is none' },
    value: (it) => it.repliedOn,
  },
  {
    name: 'url',
    head: { zh: '网址', en: 'Address' },
    meaning: { zh: '本件建议的公开页面', en: 'Its public page' },
    value: (it) => it.url,
  },
]

/** Under what conditions the data may be used. */
export const licence = {
  name: {
    zh: '知识共享 署名 4.0 国际（CC BY 4.0），使用时请注明来源',
    en: 'Creative Commons Attribution 4.0 International (CC BY 4.0): name the source',
  },
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** What one row is, and which rows there are. */
export const unitOfCount: Words<string> = {
  zh: '一行是一件建议（不是一次答复）。含已立案编号的全部建议；不含草稿、审查中、代表撤回的，也不含建议全文。',
  en: 'One row is one suggestion, not one reply. All that have a number; no drafts, nothing in review or withdrawn, and no full texts.',
}
