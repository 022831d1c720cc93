export { briefsOf, noteFaceContact, setKeySupervision } from './temp-store.ts'
