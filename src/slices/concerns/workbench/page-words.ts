const zh = { list: '民情直通', write: '反映一件小事', one: '民情直通详情' }
const en: typeof zh = { list: 'Concerns', write: 'Report a small concern', one: 'Direct concern' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
