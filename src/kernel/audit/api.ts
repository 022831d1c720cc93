export { recorder, LIVE_CHANNEL } from './record.ts'
export { find as findEvent, listBySubject as listEvents } from './store.ts'
