import { Editor } from './editor.tsx'

/** 提建议: an empty form, or the one that this device still holds. */
export default function New() {
  return <Editor detail={null} />
}
