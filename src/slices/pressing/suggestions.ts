/** The one door to the slice whose suggestions are pressed for. */
export { briefsOf, noteFaceContact, setKeySupervision } from '#slices/suggestions/api.ts'
