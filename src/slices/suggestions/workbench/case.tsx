import { DetailPage, Failed, Loading, Panel, Slot, StatusTag, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { useSeeing, useSuggestion, topics } from './calls.ts'
import { actWords } from './act-words.ts'
import { Openness } from './acts/openness.tsx'
import { CaseActs, Withdraw } from './case-acts.tsx'
import { CaseStations } from './case-stations.tsx'
import { CaseContacts, CaseFacts, CaseReplies, CaseText, CaseTrail, Cosigners } from './case-parts.tsx'
import { CaseUnits } from './case-units.tsx'
import { caseWords } from './case-words.ts'
import { DocumentsMenu } from '../documents/workbench/documents-menu.tsx'
import { Clock, SuggestionStatus, useName } from './status.tsx'
import './suggestions.css'

/** 建议详情: where it stands and until when, what I can do now, the way it went, the text and the answers. */
export default function CasePage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useSuggestion(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Case key={id} it={query.data} />
}

function Case({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const a = useWords(actWords)
  const name = useName()(it)
  useSeeing(it)
  return (
    <DetailPage
      title={name}
      status={
        <>
          <SuggestionStatus it={it} />
          {it.isKey && <StatusTag kind="attention" word={a.key} />}
          {it.isConfidential && <span className="case-mark">{a.confidential}</span>}
          {it.isDifficult && <span className="case-mark">{t.difficult}</span>}
        </>
      }
      backTo="/suggestions"
      aside={<CaseTrail id={it.id} />}
    >
      {it.due && <Clock due={it.due} />}
      <CaseActs key={it.round} it={it} />
      <Panel title={t.timeline}>
        <CaseStations it={it} />
        <CaseFacts it={it} />
      </Panel>
      <Cosigners it={it} />
      <CaseUnits it={it} />
      <CaseReplies it={it} />
      <Slot name="suggestionCase" id={it.id} />
      <CaseText it={it} />
      <CaseContacts it={it} />
      <DocumentsMenu it={it} />
      <Openness it={it} />
      <Withdraw key={`withdraw-${it.round}`} it={it} />
    </DetailPage>
  )
}
