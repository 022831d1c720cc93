const zh = { notices: '通知', webhooks: '对外推送', webhook: '推送目标' }
const en: typeof zh = { notices: 'Notices', webhooks: 'Webhooks', webhook: 'Webhook' }

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
