import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { accountWords } from './account-words.ts'
import { adminWords } from './admin-words.ts'
import { auditWords } from './audit-words.ts'
import { pageWords } from './page-words.ts'
import { signInWords } from './words.ts'

test.each(Object.entries({ accountWords, adminWords, auditWords, pageWords, signInWords }))(
  'PLT-18 %s say the same things in both languages',
  (_, words) => expect(wordGaps(words)).toEqual([]),
)
