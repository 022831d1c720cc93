import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedDocs } from '#app/docs/generated.ts'

test.each(Object.entries(generatedDocs()))('docs/generated/%s says what the code says (npm run generate)', (name, text) => {
  expect(readFileSync(`docs/generated/${name}`, 'utf8')).toBe(text)
})
