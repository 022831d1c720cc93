import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A digest over the names and contents of files and folders; tests do not change what is built. */
export function digestOf(paths, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const path of paths.flatMap(filesUnder).sort()) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** Null where there is no stamp. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Written only after success, so that an interrupted install or build is simply done again. */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => (/\.test\.tsx?$/.test(name) ? [] : filesUnder(join(path, name))))
}
