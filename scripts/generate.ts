import { mkdirSync, writeFileSync } from 'node:fs'
import { featuresDoc } from '#app/docs/features.ts'
import { generatedDocs } from '#app/docs/generated.ts'

mkdirSync('docs/generated', { recursive: true })
const docs = Object.entries(generatedDocs()).map(([name, text]): [string, string] => [`docs/generated/${name}`, text])
for (const [path, text] of [...docs, ['docs/features.md', featuresDoc()] as const]) {
  writeFileSync(path, text)
  console.log(path)
}
