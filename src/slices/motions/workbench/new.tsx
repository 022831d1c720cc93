import { Editor } from './editor.tsx'

/** 提议案: an empty form, or the one that this device still holds. */
export default function New() {
  return <Editor detail={null} />
}
