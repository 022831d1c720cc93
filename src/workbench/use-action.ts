import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import type { CallOptions } from './client.ts'
import { intentKey } from './client.ts'
import { Problem } from './problem.ts'
import { words } from './words.ts'

export type ActionGiven<Request, Answer> = {
  /** First parts of the query keys that the act makes stale: `['suggestions']`. */
  topics: readonly string[]
  /** What to say when it is done: `已交办`. Nothing is said where the page shows it anyway. */
  done?: string | ((answer: Answer) => string)
  onDone?: (answer: Answer, request: Request) => void
  /** The page shows every refusal itself, for good; otherwise one without fields is said for some seconds. */
  isShown?: boolean
  /** Words for the actions that a refusal names as possible now: `{ assign: '交办' }`. */
  labels?: Readonly<Record<string, string>>
}

export type Action<Request> = {
  /** Runs the act; true when it was done. */
  run: (request: Request, options?: CallOptions) => Promise<boolean>
  isRunning: boolean
  /** The last refusal, for `FormErrors` and `fieldError`; null after success. */
  problem: Problem | null
  clear: () => void
}

/**
 * One act of a person on the server. Repeating the same request after a failure keeps its Idempotency-Key, so it is done once.
 * A refusal is shown in the server's sentence; 409 and 412 also reload what is on screen and name what is possible now.
 */
export function useAction<Request, Answer>(
  call: (request: Request, options?: CallOptions) => Promise<Answer>,
  { topics, done, onDone, isShown = false, labels = {} }: ActionGiven<Request, Answer>,
): Action<Request> {
  const t = useWords(words)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const intent = useRef({ request: '', key: '' })
  const refresh = () => Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] })))
  const mutation = useMutation<Answer, Error, { request: Request; options: CallOptions }>({
    mutationFn: ({ request, options }) => call(request, { idempotencyKey: keyFor(intent.current, request), ...options }),
  })
  const run = async (request: Request, options: CallOptions = {}): Promise<boolean> => {
    try {
      const answer = await mutation.mutateAsync({ request, options })
      intent.current = { request: '', key: '' }
      await refresh()
      if (done) void message.success(typeof done === 'function' ? done(answer) : done)
      onDone?.(answer, request)
      return true
    } catch (error) {
      const problem = asProblem(error, t.unexpected)
      if (problem.fields.length === 0 && !isShown) void message.error(sentenceOf(problem, labels, t), 8)
      if (problem.status === 409 || problem.status === 412) await refresh()
      return false
    }
  }
  const problem = mutation.error ? asProblem(mutation.error, t.unexpected) : null
  return { run, isRunning: mutation.isPending, problem, clear: mutation.reset }
}

/** The key of the same request as last time, or a fresh one: an intent is what a person asked for, however often it is sent. */
function keyFor(intent: { request: string; key: string }, request: unknown): string {
  const asked = JSON.stringify(request) ?? ''
  if (intent.key === '' || intent.request !== asked) Object.assign(intent, { request: asked, key: intentKey() })
  return intent.key
}

function sentenceOf(problem: Problem, labels: Readonly<Record<string, string>>, t: typeof words.zh): string {
  if (problem.status !== 409 || !problem.now) return problem.message
  const acts = problem.now.allowed.flatMap((name) => labels[name] ?? [])
  return `${problem.message} ${acts.length > 0 ? t.nowPossible(acts.join('、')) : t.conflictReload}`
}

function asProblem(error: unknown, fallback: string): Problem {
  return error instanceof Problem ? error : new Problem({ status: 0, code: 'unexpected', detail: fallback })
}
