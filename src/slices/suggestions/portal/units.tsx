import { pick } from '#lib/pure/words.ts'
import { BarRows, Block, DataTable, Empty, Page, PageTitle, Section, share, Split, StepLines, type Frame } from '#portal/kit.ts'
import type { FigureItem, Scorecard } from '../figures/contract.ts'
import type { UnitsData } from '../figures/unit-reading.ts'
import { HandlingFigures, listOf, QualityFigures, RatingBar } from './unit-figures.tsx'
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
          <RatingBar frame={frame} ratings={data.all.ratings} />
        </Section>
      </Split>
      <Section title={t.quality}>
        <QualityFigures items={data.all.items} />
      </Section>
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

function OpenUnits({ frame, units }: { frame: Frame; units: readonly Scorecard[] }) {
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
          label: it.unit.name,
          value: it.replied,
          cap: it.handedOver,
          href: listOf(it.unit.id, { answered: 'no' }),
          fill: it.late > 0 ? 'late' : 'normal',
        }))}
      />
    </Section>
  )
}

function UnitTable({ frame, units }: { frame: Frame; units: readonly Scorecard[] }) {
  const t = pick(frame.locale, unitWords)
  const linked = (it: Scorecard, value: number, more: Record<string, string>) =>
    value > 0 ? <a href={listOf(it.unit.id, more)}>{value}</a> : value
  return (
    <DataTable
      caption={t.list(units.length)}
      rows={units}
      rowKey={({ unit }) => unit.id}
      columns={[
        { key: 'unit', head: t.unit, isName: true, cell: ({ unit }) => <a href={`/units/${unit.id}`}>{unit.name}</a> },
        { key: 'handedOver', head: t.handedOver, align: 'end', cell: (it) => linked(it, it.handedOver, {}) },
        { key: 'replied', head: t.replied, align: 'end', cell: (it) => linked(it, it.replied, { answered: 'yes' }) },
        { key: 'open', head: t.open, align: 'end', cell: (it) => linked(it, it.open, { answered: 'no' }) },
        { key: 'late', head: t.late, align: 'end', cell: (it) => linked(it, it.late, { late: 'yes' }) },
        { key: 'rate', head: t.rate, align: 'end', cell: (it) => share(it.replied, it.handedOver) },
        ...scored(units).map((metric) => ({
          key: metric.id,
          head: metric.name,
          align: 'end' as const,
          cell: (it: Scorecard) => <Score it={it.items.find(({ id }) => id === metric.id)!} />,
        })),
      ]}
    />
  )
}

/** What tells units apart beside 办复率; the others stand on each unit's own page. */
const compared: readonly FigureItem['id'][] = ['in_time_rate', 'face_rate', 'satisfied_rate', 'solved_rate', 'kept_rate']

function scored(units: readonly Scorecard[]): FigureItem[] {
  return units[0]?.items.filter(({ id }) => compared.includes(id)) ?? []
}

/** A rate with its denominator below it: one of one and ninety of ninety are not the same. */
function Score({ it: { value, part, whole, partList } }: { it: FigureItem }) {
  if (!whole) return value
  return (
    <>
      {partList ? <a href={partList}>{value}</a> : value}{' '}
      <span className="hint">
        {part}/{whole}
      </span>
    </>
  )
}
