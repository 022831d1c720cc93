import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'

// The dictionary costs 0.3 s and 58 MB, so a process that never mines texts must not load it: everything about jieba stays in this file.
const require = createRequire(import.meta.url)
let jieba: Jieba | undefined

/** The words of a Chinese text in order, marks left out. Deterministic; the dictionary comes with the package, nothing is fetched. */
export function cutWords(plain: string): string[] {
  return loadJieba()
    .cut(plain, true)
    .map((word) => word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function loadJieba(): Jieba {
  if (jieba === undefined) {
    const native = require('@node-rs/jieba') as { Jieba: typeof Jieba }
    jieba = native.Jieba.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')))
  }
  return jieba
}
