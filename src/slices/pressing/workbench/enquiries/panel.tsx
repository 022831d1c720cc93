import { useQuery } from '@tanstack/react-query'
import { Panel, StatusTag, useLive, useWords } from '#workbench/kit.ts'
import type { Item } from '../../enquiries/contract.ts'
import { words } from '../../words.ts'
import { Acts } from '../acts.tsx'
import { topics, useToday } from '../calls.ts'
import { workbenchWords } from '../words.ts'
import { askActs, enquiryActs, enquiryCalls } from './acts.ts'
import { enquiryWords } from './words.ts'
import '../pressing.css'

/** 追问、约见、视察 on the page of the suggestion `id`; nothing where nothing was asked and nobody may ask. */
export default function EnquiriesPanel({ id }: { id: string }) {
  useLive(topics)
  const t = useWords(enquiryWords)
  const today = useToday()
  const query = useQuery({
    queryKey: [...topics, 'enquiries', id],
    queryFn: () => enquiryCalls.listEnquiriesOf({ params: { id } }),
  })
  const it = query.data
  if (!it || (it.items.length === 0 && it.askable.length === 0)) return null
  const acts = askActs(t, id, it.askable, today)
  const allowed = it.askable.length > 0 ? acts.map(({ name }) => name) : []
  return (
    <Panel title={t.title}>
      {it.items.length === 0 ? (
        <p className="hint">{t.none}</p>
      ) : (
        <ul className="members">
          {it.items.map((one) => (
            <Enquiry key={one.id} it={one} today={today} />
          ))}
        </ul>
      )}
      <Acts subject={id} allowed={allowed} acts={acts} isQuiet />
    </Panel>
  )
}

function Enquiry({ it, today }: { it: Item; today: string }) {
  const t = useWords(enquiryWords)
  const w = useWords(words)
  return (
    <li>
      <div>
        <b>{w.enquiryKind[it.kind]}</b>
        <p className="long-text">{it.text}</p>
        <p className="hint">
          {t.days(it.deputy.name, it.unit.name, it.askedOn)}
          {it.wantedOn && ` · ${t.wantedBy(it.wantedOn)}`}
        </p>
        {it.contact && (
          <p className="long-text">
            {t.contact(it.unit.name, it.contact.on, t.contactKinds[it.contact.kind])}：{it.contact.answer}
          </p>
        )}
        <Acts subject={it.id} allowed={it.allowed} acts={enquiryActs(t, it.id, today)} isQuiet={it.allowed.includes('recall')} />
      </div>
      <EnquiryStatus it={it} />
    </li>
  )
}

export function EnquiryStatus({ it }: { it: Pick<Item, 'status' | 'isOverdue'> }) {
  const t = useWords(workbenchWords)
  const word = useWords(words).enquiryStatus[it.status]
  if (it.isOverdue) return <StatusTag kind="late" word={t.overdue(word)} />
  const marks = { asked: 'near', acknowledged: 'normal', answered: 'done', recalled: 'idle' } as const
  return <StatusTag kind={marks[it.status]} word={word} />
}
