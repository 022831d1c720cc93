import { Panel, useWords } from '#workbench/kit.ts'
import { useSuggestion } from '../../workbench/calls.ts'
import { Follow } from './follow.tsx'
import { followingWords } from './words.ts'
import './following.css'

/** 关注和分享 on the page of the suggestion `id`; nothing until it has a public page. */
export default function SharePanel({ id }: { id: string }) {
  const t = useWords(followingWords)
  const it = useSuggestion(id).data
  if (!it?.reference || it.isConfidential || it.status === 'withdrawn') return null
  return (
    <Panel title={t.share}>
      <Follow reference={it.reference} />
    </Panel>
  )
}
