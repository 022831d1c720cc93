export { find as findMatching, index as indexText, remove as removeFromIndex, type Entry, type Search } from './store.ts'
