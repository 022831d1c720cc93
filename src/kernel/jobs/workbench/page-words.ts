const zh = { jobs: '后台作业' }
const en: typeof zh = { jobs: 'Background jobs' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
