export { LIVE_CHANNEL, recorder } from './record.ts'
export { anchor, sealPending, verify, type Verification } from './seal.ts'
export { find as findEvent, listBySubject as listEvents } from './store.ts'
