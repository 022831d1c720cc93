import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { addDays, toDateOnly } from '#lib/pure/date.ts'

import { BeforeAfterPlot, DueWeeks, StepLines, UnitBars } from './plots.ts'

const today = toDateOnly('2022-09-27')
const ratings = [
  { label: '满意', value: 30, fill: 'done' },
  { label: '基本满意', value: 12, fill: 'normal' },
  { label: '不满意', value: 2, fill: 'late' },
] as const
const reading = '一句话。'
const units = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ label: `单位${at}`, handedOver: 60 + at, answered: 50, ratings }))
const weeks = Array.from({ length: 40 }, (_, at) => addDays(today, at * 7 - 280))

/** The drawings alone: the table below them grows with its rows. */
function drawn(html: string): string {
  return [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg).join('')
}

const many = {
  lines: (
    <StepLines
      reading={reading}
      csvHref="/x.csv"
      axis={weeks}
      series={['交办', '答复', '满 3 个月应答', '满 6 个月应答'].map((label, at) => ({
        label,
        values: weeks.map((_, week) => Math.min(823, week * 30) - at),
      }))}
      marks={[
        { at: 13, label: '满 3 个月' },
        { at: 26, label: '满 6 个月' },
      ]}
    />
  ),
  units: <UnitBars reading={reading} csvHref="/x.csv" rows={units(80)} />,
  changes: (
    <BeforeAfterPlot
      reading={reading}
      csvHref="/x.csv"
      unit="个"
      changes={Array.from({ length: 8 }, (_, at) => ({ label: `事项${at}`, before: at, after: 8 - at }))}
    />
  ),
  calendar: (
    <DueWeeks
      reading={reading}
      csvHref="/x.csv"
      today={today}
      days={Array.from({ length: 90 }, (_, at) => ({ on: addDays(today, at), count: (at * 7) % 13 }))}
    />
  ),
}

describe.each(Object.entries(many))('%s', (_name, plot) => {
  const html = renderToStaticMarkup(plot)

  test('PLT-10 at most 12 KB of drawing, a sentence, a table and the figures as CSV', () => {
    expect(drawn(html).length).toBeGreaterThan(200)
    expect(drawn(html).length).toBeLessThanOrEqual(12 * 1024)
    expect(html).toContain('<figcaption><span>一句话。</span>')
    expect(html).toContain('看数据表')
    expect(html).toContain('href="/x.csv"')
  })

  test('PLT-10 no inline style, which the policy of the pages forbids, and no broken number', () => {
    expect(html).not.toContain('style=')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })
})

test.each([
  ['lines', <StepLines key="1" reading={reading} axis={[]} series={[]} />],
  ['units', <UnitBars key="2" reading={reading} rows={[]} />],
  ['changes', <BeforeAfterPlot key="3" reading={reading} unit="个" changes={[]} />],
  ['calendar', <DueWeeks key="4" reading={reading} today={today} days={[]} />],
])('PLT-10 %s of nothing say so', (_name, plot) => {
  const html = renderToStaticMarkup(plot)
  expect(html).toContain('没有可画的数据。')
  expect(html).not.toMatch(/NaN|Infinity/)
})

test('PLT-10 one of each is drawn without a broken number; a rate of nothing is no bar', () => {
  const one = [
    <StepLines
      key="1"
      reading={reading}
      axis={['9月']}
      series={[{ label: '交办', values: [0] }]}
      marks={[{ at: 0, label: '今天' }]}
    />,
    <UnitBars key="2" reading={reading} rows={[{ label: '单位', handedOver: 0, answered: 0, ratings: [] }]} />,
    <BeforeAfterPlot key="3" reading={reading} unit="个" changes={[{ label: '小区', before: 224, after: 475 }]} />,
    <DueWeeks key="4" reading={reading} today={today} days={[{ on: today, count: 120 }]} />,
  ].map((plot) => renderToStaticMarkup(plot))
  expect(one.join('')).not.toMatch(/NaN|Infinity/)
  expect(one[2]).toContain('<b>224</b><span aria-hidden="true">→</span><b>475</b>')
  expect(one[3]).toContain('99+')
})

test('PLT-10 every line is named at its end with its last value', () => {
  const html = renderToStaticMarkup(many.lines)
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain('交办 823')
})
