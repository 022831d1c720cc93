import { DetailPage, Failed, Loading, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { topics, useMotion } from './calls.ts'
import { CaseActs, LastActs } from './case-acts.tsx'
import { CaseDecisions, CaseFacts, CaseLinks, CaseRoll, CaseText, CaseTrail } from './case-parts.tsx'
import { Clock, MotionStatus, useName } from './status.tsx'
import './motions.css'

/** 议案详情: where it stands, what I can do now, who signed, what was decided, what it became. */
export default function CasePage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useMotion(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Case key={id} it={query.data} />
}

function Case({ it }: { it: Detail }) {
  const w = useWords(words)
  const name = useName()(it)
  return (
    <DetailPage
      title={name}
      status={
        <>
          <MotionStatus it={it} />
          <span>{w.kind[it.kind]}</span>
        </>
      }
      backTo="/motions"
      aside={<CaseTrail id={it.id} />}
    >
      {it.due && it.status === 'to_committee' && <Clock due={it.due} />}
      <CaseActs it={it} />
      <CaseFacts it={it} />
      <CaseDecisions it={it} />
      <CaseLinks it={it} />
      <CaseRoll it={it} />
      <CaseText it={it} />
      <LastActs it={it} />
    </DetailPage>
  )
}
