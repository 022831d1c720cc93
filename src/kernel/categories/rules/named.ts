import type { Category } from '../contract.ts'
import { fieldOf, isClass, isLiving } from './reading.ts'

/**
 * The categories that a person may mean who writes a name into a table: a field, a class, or both (`城乡建设·道路交通`, with any sign
 * or none between them), in Chinese, or a code. What is living comes before what was retired; two answers mean that the name alone
 * does not tell, none that nobody is called so.
 */
export function codesNamed(items: readonly Category[], written: string): string[] {
  const name = bare(written)
  const matching = items.filter((it) => namesFor(items, it).includes(name))
  const living = matching.filter((it) => isLiving(items, it.code))
  const found = living.length > 0 ? living : matching
  const fields = found.filter((it) => !isClass(it.code))
  return (fields.length > 0 ? fields : found).map((it) => it.code)
}

function namesFor(items: readonly Category[], it: Category): string[] {
  const field = isClass(it.code) ? items.find((one) => one.code === fieldOf(it.code)) : undefined
  return [bare(it.code), bare(it.zh), ...(field ? [bare(field.zh + it.zh)] : [])]
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s·・.,，、:：;；/\\|>→—–-]/g, '')
    .toLowerCase()
}
