import { useWords } from '#workbench/kit.ts'
// Not of the kit: its fields would weigh on every page.
import { SettingsPage } from '#workbench/settings/settings-page.tsx'
import { calls } from './calls.ts'
import { pageWords } from './page-words.ts'
import { settingsWords } from './settings-words.ts'

/** 议案设置: how many must sign, how long a committee has, and the provisions behind both. */
export default function MotionSettingsPage() {
  const t = useWords(settingsWords)
  return (
    <SettingsPage
      topic="motion-settings"
      title={useWords(pageWords).settings}
      lead={t.lead}
      fields={[
        { path: 'minimum', label: t.minimum, kind: 'number', hint: t.minimumHint },
        { path: 'minimumBasis', label: t.minimumBasis, kind: 'text' },
        { path: 'committeeOpinion.term.amount', label: t.opinionAmount, kind: 'number' },
        { path: 'committeeOpinion.term.unit', label: t.opinionUnit, kind: 'unit' },
        { path: 'committeeOpinion.basis', label: t.opinionBasis, kind: 'text' },
      ]}
      load={() => calls.listMotionSettings()}
      activate={(request) => calls.activateMotionSettings(request)}
    />
  )
}
