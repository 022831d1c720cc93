import { useState } from 'react'
import { Panel, useWords } from '#workbench/kit.ts'
import type { FigureItem, MetricId, Scorecard } from '../contract.ts'
import { useLinks } from './link.ts'
import { sorted, type Order } from './sorting.ts'
import { workbenchWords } from './words.ts'

const shown: readonly MetricId[] = [
  'reply_rate',
  'in_time_rate',
  'face_rate',
  'satisfied_rate',
  'feedback_rate',
  'solved_rate',
  'kept_rate',
  'overdue',
]

/** 承办单位成绩单 (SUG-34): the most open items first, any column on request; both numbers stand under every rate. */
export function Scorecards({ cards, year }: { cards: readonly Scorecard[]; year: number | null }) {
  const t = useWords(workbenchWords)
  const link = useLinks()
  const [order, setOrder] = useState<Order>({ by: 'open', isUp: false })
  const names = new Map(cards[0]?.items.map(({ id, name }) => [id, name]))
  const heads: readonly { key: Order['by']; name: string }[] = [
    { key: 'open', name: t.openItems },
    ...shown.map((id) => ({ key: id, name: names.get(id) ?? id })),
  ]
  const sortBy = (by: Order['by']) => setOrder({ by, isUp: order.by === by ? !order.isUp : false })
  return (
    <Panel title={t.cards}>
      <p className="hint">{t.cardsLead(cards.length)}</p>
      <div className="scroll-x" role="region" aria-label={t.cards} tabIndex={0}>
        <table className="score-table is-sortable">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {heads.map(({ key, name }) => (
                <th key={key} scope="col" className="num" aria-sort={sortOf(order, key)}>
                  <button type="button" className="score-head" aria-label={t.sortBy(name)} onClick={() => sortBy(key)}>
                    {name}
                    <span aria-hidden="true">{order.by === key ? (order.isUp ? ' ↑' : ' ↓') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted(cards, order).map((card) => (
              <tr key={card.unit.id}>
                <th scope="row">{card.unit.name}</th>
                <td className="num">
                  <Number
                    href={link(`/suggestions?answered=no&unitId=${card.unit.id}${year === null ? '' : `&year=${year}`}`)}
                    text={String(card.open)}
                    isLink={card.open > 0}
                  />
                </td>
                {shown.map((id) => (
                  <Score key={id} it={card.items.find((item) => item.id === id)!} link={link} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Score({ it, link }: { it: FigureItem; link: ReturnType<typeof useLinks> }) {
  return (
    <td className={`num${it.id === 'overdue' && it.part > 0 ? ' is-late' : ''}`}>
      <Number href={link(it.partList)} text={it.value} isLink={it.part > 0} />
      {it.whole !== null && it.whole > 0 && (
        <span className="score-of">
          {it.part}/{it.whole}
        </span>
      )}
    </td>
  )
}

function Number({ href, text, isLink }: { href: string | undefined; text: string; isLink: boolean }) {
  return isLink && href ? <a href={href}>{text}</a> : <>{text}</>
}

function sortOf({ by, isUp }: Order, key: Order['by']): 'ascending' | 'descending' | 'none' {
  if (by !== key) return 'none'
  return isUp ? 'ascending' : 'descending'
}
