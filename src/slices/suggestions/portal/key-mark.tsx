import { pick } from '#lib/pure/words.ts'
import { Status, type Frame } from '#portal/kit.ts'
import { portalWords } from './words.ts'

/** ⚑ 重点督办 */
export function KeyMark({ frame }: { frame: Frame }) {
  return <Status kind="attention" word={pick(frame.locale, portalWords).key} />
}
