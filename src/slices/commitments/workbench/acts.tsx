import { useState } from 'react'
import type { BarAction } from '#workbench/kit.ts'
import { ActionBar, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { ActForm } from './act-form.tsx'
import { formActions, type FormAction } from './forms.ts'
import { RateForm } from './rate-form.tsx'

/** What this person may do with one promise now; the rating stands open, anything else is asked for by its button. */
export function Acts({ it }: { it: Detail }) {
  const w = useWords(words).action
  const [open, setOpen] = useState<FormAction | null>(null)
  const isOpen = open !== null && it.allowed.includes(open)
  const actions = formActions.map((name): BarAction => ({ name, label: w[name], run: () => setOpen(name) }))
  return (
    <>
      {it.yearly && it.allowed.includes('rate') && <RateForm key={it.yearly.year} it={it} yearly={it.yearly} />}
      {isOpen ? (
        <ActForm key={open} it={it} action={open} onClose={() => setOpen(null)} />
      ) : (
        <ActionBar allowed={it.allowed} actions={actions} />
      )}
    </>
  )
}
