// npm run -s minyi -- <command>: the command line. Standard output belongs to the command alone; see prepare/say.mjs.
import { becomeProgram } from './prepare/become.mjs'

await becomeProgram()
