const zh = { calendar: '时钟与节假日', calendarRail: '节假日' }
const en: typeof zh = { calendar: 'Clocks and holidays', calendarRail: 'Holidays' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
