const zh = { profile: '办理规则包', newProfile: '拟定新版本' }
const en: typeof zh = { profile: 'Procedure profile', newProfile: 'Prepare a new version' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const profilePageWords = { zh, en }
