import { Link } from '@tanstack/react-router'
import { useWords } from '#workbench/kit.ts'
import type { Similar } from '../../advice/contract.ts'
import { SuggestionStatus } from '../status.tsx'
import { useSimilar } from './calls.ts'
import type { AdviceDraft } from './draft.ts'
import { useSettled } from './draft.ts'
import { adviceWords } from './words.ts'
import './advice.css'

const LEAST_TITLE = 6
/** The likest ones stand open; more would push the form away on a phone. */
const SEEN = 2
const most = { title: 200, matter: 5000, request: 2000, requests: 40 } as const

/** 可能相似: what others and I wrote already, with the words in common. Shown, never blocking (product 8.7). */
export function SimilarHint({ draft }: { draft: AdviceDraft }) {
  const t = useWords(adviceWords)
  const settled = useSettled(inputOf(draft))
  const isEnough = settled.title.replace(/^关于/, '').length >= LEAST_TITLE
  const items = useSimilar(settled, isEnough).data?.items ?? []
  if (!isEnough || items.length === 0) return null
  return (
    <section className="advice" role="status" aria-label={t.similarTitle(items.length)}>
      <p>
        <b>{t.similarTitle(items.length)}</b> <span className="hint">{t.similarNote}</span>
      </p>
      <Lines items={items.slice(0, SEEN)} />
      {items.length > SEEN && (
        <details className="advice-more">
          <summary>{t.similarMore(items.length - SEEN)}</summary>
          <Lines items={items.slice(SEEN)} />
        </details>
      )}
    </section>
  )
}

function Lines({ items }: { items: readonly Similar[] }) {
  return (
    <ul className="advice-list">
      {items.map((it) => (
        <SimilarLine key={it.reference ?? it.id} it={it} />
      ))}
    </ul>
  )
}

function SimilarLine({ it }: { it: Similar }) {
  const t = useWords(adviceWords)
  return (
    <li>
      <div>
        <p>
          {it.reference && <span className="advice-number">{it.reference}</span>} {it.title}
        </p>
        <p className="hint">
          {it.isMine ? t.mine : it.deputyName}
          {it.unitName && ` · ${it.unitName}`} <SuggestionStatus it={{ status: it.status, due: null }} />
        </p>
        {it.shared.length > 0 && (
          <p className="hint">
            {t.similarShared}
            {it.shared.join('、')}
          </p>
        )}
      </div>
      <Look it={it} />
    </li>
  )
}

/** Who may open it in the workbench goes there; others to the public page, beside the form. */
function Look({ it }: { it: Similar }) {
  const t = useWords(adviceWords)
  const words = (
    <>
      {t.look}
      <span className="hidden">{t.open(it.title)}</span>
    </>
  )
  if (it.id) {
    return (
      <Link className="advice-look" to={`/suggestions/${it.id}`} target="_blank">
        {words}
      </Link>
    )
  }
  return (
    <a className="advice-look" href={`/suggestions/${encodeURIComponent(it.reference ?? '')}`} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
}

function inputOf({ id, title, matter, requests }: AdviceDraft) {
  return {
    id: id ?? null,
    title: title.trim().slice(0, most.title),
    matter: matter.trim().slice(0, most.matter),
    requests: requests
      .map((request) => request.trim().slice(0, most.request))
      .filter((request) => request !== '')
      .slice(0, most.requests),
  }
}
