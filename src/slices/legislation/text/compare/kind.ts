/** Kinds of change. Width and blanks are no change; an article that only follows the new numbers of others is told apart. */

import { plain } from '../blanks.ts'
import { numeralCharacters } from '../numerals.ts'

export type ChangeKind = 'same' | 'changed' | 'renumbered-reference-only' | 'added' | 'deleted'

const reference = new RegExp(
  `第[${numeralCharacters}]+(?:条(?:之[${numeralCharacters}]+)?|款|[项目]|编|章|节)|第\\([${numeralCharacters}]+\\)[项目]`,
  'g',
)

/** How a unit changed from the old words to the new ones. */
export function kindOf(old: string, fresh: string): ChangeKind {
  const [before, after] = [plain(old), plain(fresh)]
  if (before === after) return 'same'
  return withoutNumbers(before) === withoutNumbers(after) ? 'renumbered-reference-only' : 'changed'
}

/** 第八条 and 第十一条 are the same reference once the number is taken out. */
function withoutNumbers(text: string): string {
  return text.replace(reference, (found) => `第#${found.replace(new RegExp(`[第之()${numeralCharacters}]`, 'g'), '')}`)
}
