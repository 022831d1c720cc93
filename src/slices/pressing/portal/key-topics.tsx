import type { MarkKind } from '#lib/pure/status-mark.ts'
import { pick } from '#lib/pure/words.ts'
import { Block, Empty, Page, PageTitle, Status, type Frame } from '#portal/kit.ts'
import type { PublicTopic } from '../topics/contract.ts'
import { words } from '../words.ts'
import { portalWords } from './words.ts'

const NAMED = 5
const SHOWN = 30

/** 重点督办: topics that the chairpersons' meeting decided, with how far their suggestions have come. */
export function KeyTopicsPage({ frame, items }: { frame: Frame; items: readonly PublicTopic[] }) {
  const t = pick(frame.locale, portalWords)
  return (
    <Page {...frame} title={t.topics} description={t.topicsLead} crumbs={[{ label: t.suggestions, href: '/suggestions' }]}>
      <PageTitle lead={t.topicsLead}>{t.topics}</PageTitle>
      <Block>
        {items.length === 0 ? (
          <Empty why={t.noTopics} actions={[{ label: t.suggestions, href: '/suggestions' }]} />
        ) : (
          <ul className="cards cards-1">
            {items.slice(0, SHOWN).map((it) => (
              <Topic key={`${it.year} ${it.title}`} frame={frame} it={it} />
            ))}
          </ul>
        )}
        <p>
          <a href="/outcomes">{t.outcomes}</a> · <a href="/face-to-face">{t.events}</a>
        </p>
      </Block>
    </Page>
  )
}

function Topic({ frame, it }: { frame: Frame; it: PublicTopic }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  const kind: MarkKind = it.status === 'concluded' ? 'done' : 'attention'
  return (
    <li className="card">
      <h2>{it.title}</h2>
      <p className="card-facts">
        <Status kind={kind} word={w.topicStatus[it.status]} />
        <span>{it.year}</span>
        <span>{it.leadCommitteeName}</span>
        <span>{it.leaderName}</span>
        {it.decidedOn && <span>{t.decidedOn(it.decidedOn)}</span>}
      </p>
      <p>{t.progress(it.progress.answered, it.progress.handedOver)}</p>
      <p className="hint">
        {it.suggestions.slice(0, NAMED).map(({ reference, title }, at) => (
          <span key={reference}>
            {at > 0 && '、'}
            <a href={`/suggestions/${reference}`}>{title}</a>
          </span>
        ))}
        {it.progress.members > NAMED && ` ${t.andMore(it.progress.members)}`}
      </p>
    </li>
  )
}
