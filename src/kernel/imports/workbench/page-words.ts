const zh = { imports: '导入', one: '导入一个表格' }
const en: typeof zh = { imports: 'Import', one: 'Import a table' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
