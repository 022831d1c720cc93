import { Button } from 'antd'
import type { ReactNode } from 'react'
import { CheckList, Panel, useCategoryName, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { useProfile, useUnits } from './calls.ts'
import { caseWords } from './case-words.ts'
import type { Form } from './form.ts'
import { draftOf } from './form.ts'
import { workbenchWords } from './words.ts'

/** 2/2: every answer with a way back to it, the exclusions of the rules, and the button that has effect. */
export function Check({
  form,
  detail,
  isRunning,
  onChange,
  onSubmit,
  onInvite,
}: {
  form: Form
  detail: Detail | null
  isRunning: boolean
  onChange: () => void
  onSubmit: () => void
  onInvite: () => void
}) {
  const t = useWords(workbenchWords)
  const c = useWords(caseWords)
  const nameOf = useCategoryName()
  const units = useUnits().data?.items ?? []
  const { title, matter, requests } = draftOf(form)
  const unit = units.find(({ id }) => id === form.proposedUnitId)
  const rows: [string, ReactNode][] = [
    [t.title, title || t.none],
    [c.matterHead, <Long key="matter" text={matter} summary={t.characters(matter.length)} />],
    [c.requestsHead, <Requests key="requests" requests={requests} summary={t.items(requests.length)} />],
    [t.category, form.category ? nameOf(form.category) : t.notChosen],
    [t.proposedUnit, unit ? t.asReference(unit.name) : t.notChosen],
    [t.cosigners, cosignersOf(form, detail, t)],
    [t.isPublic, form.isPublic === null ? t.notChosen : form.isPublic ? t.publicYes : t.publicNo],
    [t.isConfidential, form.isConfidential ? t.confidentialYes : t.confidentialNo],
  ]
  return (
    <Panel title={t.checkTitle}>
      <CheckList rows={rows} change={t.change} onChange={onChange} />
      <p>{t.exclusion}</p>
      <Grounds />
      {form.invited.length > 0 && (
        <>
          <p className="hint">{t.inviteLater}</p>
          <Button loading={isRunning} onClick={onInvite} block>
            {t.inviteFirst}
          </Button>
        </>
      )}
      <Button type="primary" loading={isRunning} onClick={onSubmit} block>
        {t.submit}
      </Button>
    </Panel>
  )
}

/** The grounds of this place's rules on which something is no suggestion, in full. */
function Grounds() {
  const t = useWords(workbenchWords)
  const profile = useProfile().data
  if (!profile || profile.grounds.length === 0) return null
  return (
    <details>
      <summary>{t.allGrounds(profile.groundsBasis)}</summary>
      <ul>
        {profile.grounds.map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
    </details>
  )
}

/** Who confirmed, and who is asked or will be. */
function cosignersOf({ invited }: Form, detail: Detail | null, t: typeof workbenchWords.zh): string {
  const asked = detail?.cosigners.filter(({ answer }) => answer !== 'declined') ?? []
  const confirmed = asked.filter(({ answer, isCurrent }) => answer === 'confirmed' && isCurrent).map(({ deputy }) => deputy.name)
  const waiting = asked.map(({ deputy }) => deputy.name).filter((name) => !confirmed.includes(name))
  const toConfirm = [...waiting, ...invited.map(({ name }) => name)]
  const parts = [confirmed.join('、'), toConfirm.length > 0 ? t.toConfirm(toConfirm.join('、')) : ''].filter(Boolean)
  return parts.join('、') || t.notChosen
}

function Long({ text, summary }: { text: string; summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <p className="long-text">{text}</p>
    </details>
  )
}

function Requests({ requests, summary }: { requests: readonly string[]; summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <ol>
        {requests.map((request, at) => (
          <li key={at} className="long-text">
            {request}
          </li>
        ))}
      </ol>
    </details>
  )
}
