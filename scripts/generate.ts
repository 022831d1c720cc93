import { mkdirSync, writeFileSync } from 'node:fs'
import { generatedDocs } from '#app/docs/generated.ts'

mkdirSync('docs/generated', { recursive: true })
for (const [name, text] of Object.entries(generatedDocs())) {
  writeFileSync(`docs/generated/${name}`, text)
  console.log(`docs/generated/${name}`)
}
