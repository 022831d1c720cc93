import { useWords } from '#workbench/kit.ts'
// Not of the kit: its fields would weigh on every page.
import { SettingsPage } from '#workbench/settings/settings-page.tsx'
import { calls } from './calls.ts'
import { pageWords } from './page-words.ts'
import { termsWords } from './terms-words.ts'

/** 承诺跟踪设置: when the yearly report is due, how long it may be rated, and what all of it rests on. */
export default function TermsPage() {
  const t = useWords(termsWords)
  return (
    <SettingsPage
      topic="commitment-terms"
      title={useWords(pageWords).terms}
      lead={t.lead}
      fields={[
        { path: 'yearly.fromMonth', label: t.fromMonth, kind: 'number' },
        { path: 'yearly.basis', label: t.yearlyBasis, kind: 'text' },
        { path: 'rating.term.amount', label: t.ratingAmount, kind: 'number' },
        { path: 'rating.term.unit', label: t.ratingUnit, kind: 'unit' },
        { path: 'rating.basis', label: t.ratingBasis, kind: 'text' },
        { path: 'carry.basis', label: t.carryBasis, kind: 'text' },
      ]}
      load={() => calls.listCommitmentTerms()}
      activate={(request) => calls.activateCommitmentTerms(request)}
    />
  )
}
