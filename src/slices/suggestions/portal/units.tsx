import { pick } from '#lib/pure/words.ts'
import { BarRows, Block, DataTable, Empty, Page, PageTitle, Section, share, Split, StepLines, type Frame } from '#portal/kit.ts'
import type { UnitFigures, UnitsData } from '../unit-reading.ts'
import { HandlingFigures, listOf, RatingBar } from './unit-figures.tsx'
import { unitWords } from './unit-words.ts'
import { portalWords } from './words.ts'

/** 承办单位: who handles how many, what is open and late; every figure opens its list. */
export function UnitsPage({ frame, data }: { frame: Frame; data: UnitsData }) {
  const t = pick(frame.locale, unitWords)
  const { units, all } = data
  const lead = t.lead(units.length, all.handedOver, share(all.replied, all.handedOver))
  const crumbs = [{ label: pick(frame.locale, portalWords).title, href: '/suggestions' }]
  return (
    <Page {...frame} title={t.title} description={lead} crumbs={crumbs}>
      <PageTitle lead={lead}>{t.title}</PageTitle>
      {units.length === 0 ? (
        <Block>
          <Empty why={t.nobody} actions={[{ label: t.back, href: '/suggestions' }]} />
        </Block>
      ) : (
        <Units frame={frame} data={data} />
      )}
    </Page>
  )
}

function Units({ frame, data }: { frame: Frame; data: UnitsData }) {
  const t = pick(frame.locale, unitWords)
  return (
    <>
      <Block>
        <HandlingFigures frame={frame} counted={data.all} unitId={null} />
      </Block>
      <Split shape="6-6">
        <Section title={t.run}>
          <BurnUp frame={frame} data={data} />
        </Section>
        <Section title={t.ratings}>
          <RatingBar frame={frame} verdict={data.verdict} />
        </Section>
      </Split>
      <OpenUnits frame={frame} units={data.units} />
      <Block>
        <UnitTable frame={frame} units={data.units} />
      </Block>
    </>
  )
}

function BurnUp({ frame, data: { run } }: { frame: Frame; data: UnitsData }) {
  const t = pick(frame.locale, unitWords)
  return (
    <StepLines
      reading={t.runReading(run.handedOver.at(-1) ?? 0, run.replied.at(-1) ?? 0, run.months.at(-1) ?? '')}
      axis={run.months}
      series={[
        { label: t.handedOver, values: run.handedOver },
        { label: t.replied, values: run.replied },
      ]}
    />
  )
}

const MOST_BARS = 12

function OpenUnits({ frame, units }: { frame: Frame; units: readonly UnitFigures[] }) {
  const t = pick(frame.locale, unitWords)
  const open = units.filter((it) => it.open > 0).toSorted((a, b) => b.open - a.open)
  if (open.length === 0) return null
  return (
    <Section title={t.openUnits}>
      <BarRows
        reading={t.openReading(
          open.length,
          open.reduce((sum, it) => sum + it.open, 0),
        )}
        rows={open.slice(0, MOST_BARS).map((it) => ({
          label: it.name,
          value: it.replied,
          cap: it.handedOver,
          href: listOf(it.id, { answered: 'no' }),
          fill: it.late > 0 ? 'late' : 'normal',
        }))}
      />
    </Section>
  )
}

function UnitTable({ frame, units }: { frame: Frame; units: readonly UnitFigures[] }) {
  const t = pick(frame.locale, unitWords)
  const linked = (it: UnitFigures, value: number, more: Record<string, string>) =>
    value > 0 ? <a href={listOf(it.id, more)}>{value}</a> : value
  return (
    <DataTable
      caption={t.list(units.length)}
      rows={units}
      rowKey={(it) => it.id}
      columns={[
        { key: 'unit', head: t.unit, isName: true, cell: (it) => <a href={`/units/${it.id}`}>{it.name}</a> },
        { key: 'handedOver', head: t.handedOver, align: 'end', cell: (it) => linked(it, it.handedOver, {}) },
        { key: 'replied', head: t.replied, align: 'end', cell: (it) => linked(it, it.replied, { answered: 'yes' }) },
        { key: 'open', head: t.open, align: 'end', cell: (it) => linked(it, it.open, { answered: 'no' }) },
        { key: 'late', head: t.late, align: 'end', cell: (it) => linked(it, it.late, { late: 'yes' }) },
        { key: 'rate', head: t.rate, align: 'end', cell: (it) => share(it.replied, it.handedOver) },
      ]}
    />
  )
}
