const zh = { categories: '建议类别' }
const en: typeof zh = { categories: 'Categories' }

/** Title of the page; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
