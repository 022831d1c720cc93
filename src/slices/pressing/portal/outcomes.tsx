import { pick } from '#lib/pure/words.ts'
import { Block, Empty, Figures, Page, PageTitle, withQuery, type Frame } from '#portal/kit.ts'
import type { Kind, PublicOutcome } from '../outcomes/contract.ts'
import { words } from '../words.ts'
import { OutcomeFigures } from './outcome-parts.tsx'
import { portalWords } from './words.ts'

const PAGE = 20
const NAMED = 5

/** 成果: what came of suggestions; the figures are counted from the list below and each opens its part of it. */
export function OutcomesPage({
  frame,
  items,
  kind,
  from,
}: {
  frame: Frame
  items: readonly PublicOutcome[]
  kind: Kind | undefined
  from: number
}) {
  const t = pick(frame.locale, portalWords)
  const shown = items.filter((it) => it.kind === (kind ?? it.kind))
  const page = shown.slice(from, from + PAGE)
  const isMore = shown.length > from + PAGE
  return (
    <Page {...frame} title={t.outcomes} description={t.outcomesLead} crumbs={[{ label: t.suggestions, href: '/suggestions' }]}>
      <PageTitle lead={t.outcomesLead}>{t.outcomes}</PageTitle>
      <Block>
        <KindFigures frame={frame} items={items} />
        <p>
          <a href="/face-to-face">{t.events}</a> · <a href="/key-topics">{t.topics}</a>
          {kind && (
            <>
              {' · '}
              <a href="/outcomes">{t.all}</a>
            </>
          )}
        </p>
      </Block>
      <Block>
        <h2>{t.list(shown.length)}</h2>
        {page.length === 0 ? (
          <Empty why={kind ? t.noneOfKind : t.noOutcomes} actions={[{ label: t.suggestions, href: '/suggestions' }]} />
        ) : (
          <ul className="cards cards-1">
            {page.map((it) => (
              <Outcome key={`${it.achievedOn} ${it.title}`} frame={frame} it={it} />
            ))}
          </ul>
        )}
        {isMore && (
          <p>
            <a href={withQuery('/outcomes', { kind: kind ?? null, from: String(from + PAGE) })}>{t.older}</a>
          </p>
        )}
      </Block>
    </Page>
  )
}

function KindFigures({ frame, items }: { frame: Frame; items: readonly PublicOutcome[] }) {
  const t = pick(frame.locale, portalWords)
  const of = (kind: Kind) => items.filter((it) => it.kind === kind)
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  const [policies, classes] = [of('policy_output'), of('problem_class')]
  const at = (kind: Kind) => `/outcomes?kind=${kind}`
  return (
    <Figures
      items={[
        {
          label: t.measures,
          value: sum(policies.map((it) => it.measures ?? 0)),
          note: t.measuresNote(policies.length),
          href: at('policy_output'),
        },
        { label: t.decisions, value: of('decision').length, href: at('decision') },
        {
          label: t.problems,
          value: classes.length,
          note: t.problemsNote(sum(classes.map((it) => it.problems))),
          href: at('problem_class'),
        },
        { label: t.improved, value: of('improved_work').length, href: at('improved_work') },
      ]}
    />
  )
}

function Outcome({ frame, it }: { frame: Frame; it: PublicOutcome }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  return (
    <li className="card">
      <h3>{it.title}</h3>
      <p className="card-facts">
        <span>{w.kind[it.kind]}</span>
        <span>{t.achievedOn(it.achievedOn)}</span>
      </p>
      <OutcomeFigures frame={frame} it={it} />
      <p>{`${t.evidence}：${it.evidence}`}</p>
      <p className="hint">
        {t.about}
        {'：'}
        {it.suggestions.slice(0, NAMED).map(({ reference, title }, at) => (
          <span key={reference}>
            {at > 0 && '、'}
            <a href={`/suggestions/${reference}`}>{title}</a>
          </span>
        ))}
        {it.problems > NAMED && ` ${t.andMore(it.problems)}`}
      </p>
    </li>
  )
}
