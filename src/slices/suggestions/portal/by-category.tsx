import { pick } from '#lib/pure/words.ts'
import { DataTable, type Frame } from '#portal/kit.ts'
import type { CategoryFigure } from '../figures/contract.ts'
import { portalWords } from './words.ts'

/** What was handed over and answered in each field; every number opens its rows. */
export function ByCategory({ frame, fields }: { frame: Frame; fields: readonly CategoryFigure[] }) {
  const t = pick(frame.locale, portalWords)
  if (fields.length === 0) return null
  const counted = (count: number, href: string) => (count > 0 ? <a href={href}>{count}</a> : count)
  return (
    <DataTable
      caption={t.byCategory}
      rows={fields}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', head: t.category, isName: true, cell: ({ name }) => name },
        { key: 'handedOver', head: t.handedOver, cell: (it) => counted(it.handedOver, it.list) },
        { key: 'replied', head: t.replied, cell: (it) => counted(it.replied, it.repliedList) },
        { key: 'open', head: t.open, cell: (it) => counted(it.handedOver - it.replied, it.openList) },
        { key: 'rate', head: t.replyRate, cell: ({ replyRate }) => replyRate },
      ]}
    />
  )
}
