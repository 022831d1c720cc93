import { useWords, ViewTabs } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'
import './pressing.css'

export const parts = ['topics', 'events', 'plans', 'guidance', 'enquiries', 'outcomes', 'visits'] as const
export type Part = (typeof parts)[number]

/** The lists of 督办与成果 beside one another. */
export function PartTabs({ current }: { current: Part }) {
  const t = useWords(pageWords)
  return (
    <ViewTabs
      label={t.topics}
      tabs={parts.map((part) => ({ label: t[part], to: `/pressing/${part}`, isCurrent: part === current }))}
    />
  )
}
