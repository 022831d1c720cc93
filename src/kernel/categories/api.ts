export { offeredCategory, openDictionary, readDictionary, requireLiving } from './reading.ts'
export { isOfCategory, labelColumn } from './store.ts'
