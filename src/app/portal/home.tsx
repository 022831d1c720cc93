import { categoryName } from '#kernel/categories/contract.ts'
import { pick } from '#lib/pure/words.ts'
import {
  Block,
  Empty,
  Figures,
  FilterForm,
  ListCards,
  Page,
  PageTitle,
  Section,
  Split,
  StackedBar,
  Status,
  type Frame,
} from '#portal/kit.ts'
import type { PublicItem, Summary } from '#slices/suggestions/contract.ts'
import { markOfSuggestion } from '#slices/suggestions/portal/marks.ts'
import { portalWords as listWords } from '#slices/suggestions/portal/words.ts'
import { words } from '#slices/suggestions/words.ts'
import { portalWords } from './words.ts'

interface HomeData {
  items: readonly PublicItem[]
  summary: Summary
}

/** 公众首页: what the congress did with what people raised; every figure opens its list. */
export function HomePage({ frame, items, summary }: HomeData & { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  return (
    <Page {...frame} title={frame.congress.name} description={t.everyOneAnswered}>
      <PageTitle lead={t.everyOneAnswered}>{frame.congress.organiser ?? frame.congress.name}</PageTitle>
      <Block>
        <FilterForm action="/suggestions" submitLabel={t.search} fields={[{ kind: 'search', name: 'q', label: t.searchLabel }]} />
      </Block>
      <Split shape="8-4">
        <Section title={t.recent} moreHref="/suggestions" moreLabel={t.all}>
          <Latest items={items} frame={frame} />
        </Section>
        <Section title={t.handled}>
          <Handling summary={summary} frame={frame} />
        </Section>
      </Split>
    </Page>
  )
}

function Latest({ items, frame }: { items: readonly PublicItem[]; frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  if (items.length === 0) return <Empty why={t.nothingYet} />
  const cards = items.map((it) => ({
    key: it.reference,
    title: it.title,
    href: `/suggestions/${it.reference}`,
    status: <Status kind={markOfSuggestion(it)} word={w.status[it.status]} />,
    facts: [it.deputy.name, it.unit?.name ?? '', categoryName(it.category, frame.locale)].filter((fact) => fact !== ''),
  }))
  return <ListCards items={cards} />
}

function Handling({ summary, frame }: { summary: Summary; frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const l = pick(frame.locale, listWords)
  const { assigned, objected, accepted, replied, rated, escalated, closed, unrated } = summary.byStatus
  const ended = closed + unrated
  return (
    <>
      <Figures
        items={[
          { label: l.replied, value: summary.replied, of: summary.handedOver, href: '/suggestions?answered=yes' },
          { label: l.replyRate, value: summary.replyRate, note: l.rateNote },
          { label: l.open, value: summary.open, href: '/suggestions?answered=no' },
        ]}
      />
      <StackedBar
        title={t.stages}
        reading={t.stagesReading(ended, summary.handedOver)}
        segments={[
          { label: t.ended, value: ended, fill: 'done' },
          { label: t.waitingForRating, value: replied + rated + escalated, fill: 'normal' },
          { label: t.inHandling, value: assigned + objected + accepted, fill: 'near' },
        ]}
      />
      <p>
        <a href="/outcomes">{t.outcomes}</a> · <a href="/face-to-face">{t.faceToFace}</a> ·{' '}
        <a href="/key-topics">{t.keyTopics}</a>
      </p>
    </>
  )
}
