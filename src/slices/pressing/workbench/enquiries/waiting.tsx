import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Panel, useLive, useWords } from '#workbench/kit.ts'
import { words } from '../../words.ts'
import { topics } from '../calls.ts'
import { enquiryCalls } from './acts.ts'
import { EnquiryStatus } from './panel.tsx'
import { enquiryWords } from './words.ts'
import '../pressing.css'

const MOST = 20

/** What deputies wait for, above the queues of a unit; nothing where nobody waits. */
export default function WaitingEnquiries() {
  useLive(topics)
  const t = useWords(enquiryWords)
  const w = useWords(words)
  const query = useQuery({
    queryKey: [...topics, 'enquiries', 'open'],
    queryFn: () => enquiryCalls.listEnquiries({ query: { open: 'yes', limit: MOST } }),
  })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  const count = query.data?.next ? `${MOST}+` : items.length
  return (
    <Panel title={t.waiting(count)} extra={<Link to="/pressing/enquiries">{t.seeAll}</Link>}>
      <ul className="members">
        {items.map((it) => (
          <li key={it.id}>
            <div>
              <b>{w.enquiryKind[it.kind]}</b> <Link to={`/suggestions/${it.suggestion.id}`}>{it.suggestion.title}</Link>
              <p className="hint">
                {t.days(it.deputy.name, it.unit.name, it.askedOn)}
                {it.wantedOn && ` · ${t.wantedBy(it.wantedOn)}`}
              </p>
            </div>
            <EnquiryStatus it={it} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
