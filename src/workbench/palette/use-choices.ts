import { useQuery } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'

import type { api } from '#kernel/search/contract.ts'
import { pick } from '#lib/pure/words.ts'
import { useLocale, useWords } from '#lib/ui/locale.tsx'

import { client } from '../client.ts'
import type { Command } from '../commands.ts'
import { keyNames } from '../keys.ts'
import type { WorkbenchPage } from '../page.ts'
import { mayOpen } from '../page.ts'
import { usePerson } from '../person.tsx'
import { PlacesContext } from '../places.ts'
import { isMac } from '../platform.ts'
import { words } from '../words.ts'
import type { Choice } from './choices.ts'
import { fitting, ranked, unasked } from './choices.ts'
import { readRecent } from './recent.ts'

const calls = client<typeof api>({ search: ['GET', '/search'] })

/** Typing pauses this long before the server is asked, in milliseconds. */
const PAUSE = 120

export type Choices = { items: readonly Choice[]; isAsking: boolean; hasFailed: boolean }

/** The lines for what was typed; pages and commands at once, the rest when the server answers. */
export function useChoices(
  typed: string,
  isComposing: boolean,
  pages: readonly WorkbenchPage[],
  commands: readonly Command[],
): Choices {
  const person = usePerson()
  const local = { pages: usePageChoices(pages), commands: useCommandChoices(commands) }
  const [recent] = useState(() => readRecent(person.id))
  const question = usePaused(typed.trim().slice(0, 80), isComposing)
  const answer = useQuery({
    queryKey: ['search', question],
    queryFn: ({ signal }) => calls.search({ query: { q: question } }, { signal }),
    enabled: question !== '',
    placeholderData: (before) => before,
  })
  const found = useFoundChoices(question === '' ? [] : (answer.data?.items ?? []))
  const isAsking = typed.trim() !== '' && (answer.isFetching || question !== typed.trim().slice(0, 80))
  if (typed.trim() === '') return { items: unasked(recent, local.commands, local.pages), isAsking, hasFailed: false }
  const items = ranked(fitting([...local.pages, ...local.commands], typed), found)
  return { items, isAsking, hasFailed: answer.isError }
}

/** What stands still: nothing is asked in the middle of a word or of a composition. */
function usePaused(typed: string, isComposing: boolean): string {
  const [question, setQuestion] = useState(typed)
  useEffect(() => {
    if (isComposing) return
    const timer = setTimeout(() => setQuestion(typed), typed === '' ? 0 : PAUSE)
    return () => clearTimeout(timer)
  }, [typed, isComposing])
  return question
}

function usePageChoices(pages: readonly WorkbenchPage[]): Choice[] {
  const person = usePerson()
  const locale = useLocale()
  const kind = useWords(words).foundKinds['page'] ?? ''
  return pages
    .filter((page) => !page.path.includes('$') && mayOpen(page, person))
    .map((page) => ({
      key: `page:${page.path}`,
      kind,
      title: pick(locale, page.title),
      detail: '',
      act: { to: page.path },
    }))
}

function useCommandChoices(commands: readonly Command[]): Choice[] {
  const kind = useWords(words).foundKinds['command'] ?? ''
  return commands
    .filter(({ isMotion }) => !isMotion)
    .map(({ label, key, run }) => ({
      key: `command:${label}`,
      kind,
      title: label,
      detail: '',
      ...(key && { keys: keyNames(key, isMac()) }),
      act: { run: () => void run() },
    }))
}

function useFoundChoices(found: Awaited<ReturnType<typeof calls.search>>['items']) {
  const person = usePerson()
  const places = useContext(PlacesContext)
  const kinds: Readonly<Record<string, string>> = useWords(words).foundKinds
  return found.flatMap(({ kind, id, title, detail, match }) => {
    const act = places[kind]?.({ id, title }, person)
    return act ? [{ key: `${kind}:${id}`, kind: kinds[kind] ?? '', title, detail, match, act }] : []
  })
}
