import { Link } from '@tanstack/react-router'
import { Notice, usePerson, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { actWords } from './act-words.ts'
import { useTimeline } from './calls.ts'
import { caseWords } from './case-words.ts'

/** Why the case stands before this person, in the words of who sent it. */
export function WhyBack({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const a = useWords(actWords)
  const isUnit = usePerson().roles.includes('handling_unit')
  if (it.allowed.includes('agreeWithdrawal')) {
    return (
      <Notice tone="warning" title={a.withdrawalAsked}>
        <p>{it.withdrawalReason}</p>
      </Notice>
    )
  }
  if (it.withdrawalReason !== null && it.status !== 'withdrawn') return <Notice title={a.withdrawalWaits} />
  if (it.allowed.includes('cosign')) {
    return (
      <Notice title={a.cosignLead(it.deputy.name, it.textVersion)}>
        <Link to={`/suggestions/${it.id}/cosign`}>{a.readAndAnswer}</Link>
      </Notice>
    )
  }
  if (it.status === 'cosigning') return <Notice title={a.cosigningLead} />
  if (it.status === 'returned') return <LastSaid it={it} name="suggestion.returned" title={t.returnedNotice} />
  if (it.status === 'declined') return <LastSaid it={it} name="suggestion.declined" title={t.declinedNotice} />
  if (it.status === 'escalated' && it.allowed.includes('close')) {
    return <LastSaid it={it} name="suggestion.escalated" title={t.escalatedNotice} />
  }
  if (isUnit && it.isRatingSealed) return <Notice title={a.sealed} />
  return null
}

function LastSaid({ it, name, title }: { it: Detail; name: string; title: string }) {
  const events = useTimeline(it.id).data?.items ?? []
  return (
    <Notice tone="warning" title={title}>
      <p>{events.findLast((one) => one.name === name)?.sentence}</p>
    </Notice>
  )
}
