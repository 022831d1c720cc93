export { openDictionary, readDictionary, requireLiving } from './reading.ts'
