const zh = { list: '跟踪承诺', one: '承诺详情', terms: '承诺跟踪设置' }
const en: typeof zh = { list: 'Promises', one: 'Promise', terms: 'Settings of promises' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
