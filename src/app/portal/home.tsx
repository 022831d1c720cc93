import { pick } from '#lib/pure/words.ts'
import { Empty, Figures, ListCards, Page, PageTitle, Section, Split, Status, type Frame } from '#portal/kit.ts'
import type { PublicItem, Summary } from '#slices/suggestions/contract.ts'
import { markOfSuggestion } from '#slices/suggestions/portal/marks.ts'
import { words } from '#slices/suggestions/words.ts'
import { portalWords } from './words.ts'

/** 公众首页: what the congress did with what people raised, in figures that open their lists. */
export function HomePage({ frame, items, summary }: { frame: Frame; items: readonly PublicItem[]; summary: Summary }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  const cards = items.map((it) => ({
    key: it.reference,
    title: it.title,
    href: `/suggestions/${it.reference}`,
    status: <Status kind={markOfSuggestion(it)} word={w.status[it.status]} />,
    facts: [it.deputy.name, it.unit?.name ?? '', w.category[it.category]].filter((fact) => fact !== ''),
  }))
  return (
    <Page {...frame} title={frame.congress.name} description={t.everyOneAnswered}>
      <PageTitle lead={t.everyOneAnswered}>{frame.congress.organiser ?? frame.congress.name}</PageTitle>
      <Split shape="8-4">
        <Section title={t.recent} moreHref="/suggestions" moreLabel={t.all}>
          {cards.length === 0 ? <Empty why={t.nothingYet} /> : <ListCards items={cards} />}
        </Section>
        <Section title={t.handled}>
          <Figures
            items={[
              { label: t.handled, value: summary.replied, of: summary.handedOver, href: '/suggestions?answered=yes' },
              { label: t.replyRate, value: summary.replyRate },
            ]}
          />
        </Section>
      </Split>
    </Page>
  )
}
