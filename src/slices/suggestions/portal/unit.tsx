import type { ReactNode } from 'react'
import { categoryName } from '#kernel/categories/contract.ts'
import { pick } from '#lib/pure/words.ts'
import { Block, Empty, ListCards, Page, PageTitle, Section, share, Status, type Frame } from '#portal/kit.ts'
import type { UnitData } from '../figures/unit-reading.ts'
import { words } from '../words.ts'
import { markOfSuggestion } from './marks.ts'
import { HandlingFigures, listOf, QualityFigures, RatingBar } from './unit-figures.tsx'
import { unitWords } from './unit-words.ts'
import { portalWords } from './words.ts'

/** One unit: its figures, what deputies think of its answers, its latest suggestions. */
export function UnitPage({ frame, data, more }: { frame: Frame; data: UnitData; more?: ReactNode }) {
  const { card, latest } = data
  const { unit } = card
  const t = pick(frame.locale, unitWords)
  const deadlines = `/suggestions.ics?unitId=${unit.id}`
  const lead = t.unitLead(card.handedOver, card.replied, share(card.replied, card.handedOver))
  const crumbs = [
    { label: pick(frame.locale, portalWords).title, href: '/suggestions' },
    { label: t.title, href: '/units' },
  ]
  return (
    <Page
      {...frame}
      title={unit.name}
      description={lead}
      crumbs={crumbs}
      feeds={[{ title: t.deadlines, href: deadlines, type: 'text/calendar' }]}
    >
      <PageTitle lead={lead}>{unit.name}</PageTitle>
      <Block>
        <HandlingFigures frame={frame} counted={card} unitId={unit.id} />
        <p>
          <a href={deadlines}>{t.deadlines}</a>
        </p>
      </Block>
      <Section title={t.quality}>
        <QualityFigures items={card.items} but={toldBelow} />
      </Section>
      <Section title={t.ratings}>
        <RatingBar frame={frame} ratings={card.ratings} />
      </Section>
      {more}
      <Section title={t.latest} moreHref={listOf(unit.id)} moreLabel={t.all}>
        <Latest frame={frame} items={latest} />
      </Section>
    </Page>
  )
}

/** With its own figures in the section of the promises. */
const toldBelow = ['kept_rate'] as const

function Latest({ frame, items }: { frame: Frame; items: UnitData['latest'] }) {
  const t = pick(frame.locale, unitWords)
  const w = pick(frame.locale, words)
  if (items.length === 0) return <Empty why={t.none} actions={[{ label: t.back, href: '/suggestions' }]} />
  const cards = items.map((it) => ({
    key: it.reference,
    title: it.title,
    href: `/suggestions/${it.reference}`,
    status: <Status kind={markOfSuggestion(it)} word={w.status[it.status]} />,
    facts: [it.deputy.name, categoryName(it.category, frame.locale), it.handedOverOn ?? ''].filter((fact) => fact !== ''),
  }))
  return <ListCards items={cards} />
}
