import { Panel, useWords } from '#workbench/kit.ts'
import type { CategoryFigure } from '../contract.ts'
import { useLinks } from './link.ts'
import { workbenchWords } from './words.ts'

/** 按类别: what was handed over and answered in each field; every number opens its rows. */
export function ByCategory({ figures }: { figures: readonly CategoryFigure[] }) {
  const t = useWords(workbenchWords)
  return (
    <Panel title={t.byCategory}>
      <div className="scroll-x" role="region" aria-label={t.byCategory} tabIndex={0}>
        <table className="score-table">
          <thead>
            <tr>
              <th scope="col">{t.category}</th>
              {[t.handedOver, t.replied, t.openItems, t.replyRate].map((head) => (
                <th key={head} scope="col" className="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map((it) => (
              <tr key={it.code}>
                <th scope="row">{it.name}</th>
                <Count count={it.handedOver} list={it.list} />
                <Count count={it.replied} list={it.repliedList} />
                <Count count={it.handedOver - it.replied} list={it.openList} />
                <td className="num">{it.replyRate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Count({ count, list }: { count: number; list: string }) {
  const link = useLinks()
  return <td className="num">{count > 0 ? <a href={link(list)}>{count}</a> : count}</td>
}
