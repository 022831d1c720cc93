import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { noticeWords } from './notice-words.ts'
import { pageWords } from './page-words.ts'
import { webhookWords } from './webhook-words.ts'

test.each(Object.entries({ noticeWords, pageWords, webhookWords }))(
  'PLT-18 %s say the same things in both languages',
  (_, words) => expect(wordGaps(words)).toEqual([]),
)
