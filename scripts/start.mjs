// npm start: one command from a fresh clone to a running program.
import { becomeProgram } from './prepare/become.mjs'

await becomeProgram()
