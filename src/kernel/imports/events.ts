import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { noticesFor, type NoticeDraft, type People } from '#kernel/notifications/api.ts'

/** `title` is what was imported in Chinese (建议历史), `titleEn` the same in English. */
const about = z.object({ title: z.string(), titleEn: z.string() })
const counted = about.extend({ count: z.number().int() })

/** Names of files may hold names of people, so they stay out of the log. */
export const events = {
  'import.started': kind({
    payload: about,
    visibility: 'internal',
    sentence: { zh: (p) => `上传表格，导入${p.title}`, en: (p) => `Uploaded a table to import: ${p.titleEn}` },
  }),
  'import.mapped': kind({
    payload: about,
    visibility: 'internal',
    sentence: { zh: (p) => `改了${p.title}的列对应`, en: (p) => `Changed which column is which: ${p.titleEn}` },
  }),
  'import.checked': kind({
    payload: counted.extend({ bad: z.number().int() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `检查了${p.title} ${p.count} 行，${p.bad} 行需修改`,
      en: (p) => `Checked ${p.count} rows of ${p.titleEn}, ${p.bad} need changes`,
    },
  }),
  'import.confirmed': kind({
    payload: counted,
    visibility: 'internal',
    sentence: { zh: (p) => `开始导入${p.title} ${p.count} 行`, en: (p) => `Began to import ${p.count} rows of ${p.titleEn}` },
  }),
  'import.finished': kind({
    payload: counted.extend({ bad: z.number().int(), startedBy: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `导入了${p.title} ${p.count} 行，退回 ${p.bad} 行`,
      en: (p) => `Imported ${p.count} rows of ${p.titleEn}, ${p.bad} were returned`,
    },
  }),
  'import.cancelled': kind({
    payload: counted,
    visibility: 'internal',
    sentence: {
      zh: (p) => `取消导入${p.title}，此前已导入 ${p.count} 行`,
      en: (p) => `Cancelled the import of ${p.titleEn} after ${p.count} rows`,
    },
  }),
  'import.continued': kind({
    payload: about,
    visibility: 'internal',
    sentence: { zh: (p) => `从断点继续导入${p.title}`, en: (p) => `Went on importing ${p.titleEn}` },
  }),
  'import.failed': kind({
    payload: counted.extend({ problem: z.string(), startedBy: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `导入${p.title}中断，已导入 ${p.count} 行：${p.problem}`,
      en: (p) => `The import of ${p.titleEn} stopped after ${p.count} rows: ${p.problem}`,
    },
  }),
  'import.undone': kind({
    payload: counted,
    visibility: 'internal',
    sentence: {
      zh: (p) => `撤销导入的${p.title} ${p.count} 行`,
      en: (p) => `Took back ${p.count} imported rows of ${p.titleEn}`,
    },
  }),
  'name.remembered': kind({
    payload: z.object({ kind: z.enum(['unit', 'deputy']), written: z.string(), id: z.uuid() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `记住了名称“${p.written}”，以后都这样识别`,
      en: (p) => `Remembered whom “${p.written}” means`,
    },
  }),
} satisfies Catalogue

export const record = recorder(events)

/** 作业完成 / 失败: the person who started it is told (product.md 7.6). The job itself is nobody, so it tells them also of their own import. */
export const notices = noticesFor(events, {
  'import.finished': (event, p, people) => [
    starter(people, p.startedBy, event.subjectId, {
      zh: `${p.title}导入完成：${p.count} 行已导入，${p.bad} 行退回。`,
      en: `The import of ${p.titleEn} is done: ${p.count} rows in, ${p.bad} returned.`,
    }),
  ],
  'import.failed': (event, p, people) => [
    starter(people, p.startedBy, event.subjectId, {
      zh: `${p.title}导入中断，已导入的 ${p.count} 行保留。可以从断点继续。`,
      en: `The import of ${p.titleEn} stopped; its ${p.count} rows are kept. It can go on from there.`,
    }),
  ],
})

function starter(people: People, accountId: string, id: string, text: NoticeDraft['text']): NoticeDraft {
  const why = { zh: '这次导入是您开始的', en: 'you started this import' }
  return { to: people.account(accountId), text, why, link: `/workbench/imports/${id}` }
}
