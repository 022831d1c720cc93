import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { actWords } from './act-words.ts'
import { caseWords } from './case-words.ts'
import { pageWords } from './page-words.ts'
import { replyWords } from './reply-words.ts'
import { workbenchWords } from './words.ts'

test.each(Object.entries({ workbenchWords, caseWords, actWords, replyWords, pageWords }))(
  '%s say everything in both languages',
  (_, words) => {
    expect(wordGaps(words)).toEqual([])
  },
)
