const zh = { list: '跟踪承诺', one: '承诺详情' }
const en: typeof zh = { list: 'Promises', one: 'Promise' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
