import { Link } from '@tanstack/react-router'
import { useWords } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'
import './pressing.css'

export const parts = ['topics', 'events', 'plans', 'guidance', 'enquiries', 'outcomes', 'visits'] as const
export type Part = (typeof parts)[number]

/** The lists of 督办与成果 beside one another. */
export function PartTabs({ current }: { current: Part }) {
  const t = useWords(pageWords)
  return (
    <nav className="part-tabs" aria-label={t.topics}>
      {parts.map((part) => (
        <Link key={part} to={`/pressing/${part}`} aria-current={part === current ? 'page' : false}>
          {t[part]}
        </Link>
      ))}
    </nav>
  )
}
