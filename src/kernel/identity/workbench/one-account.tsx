import { useQuery } from '@tanstack/react-query'
import { beijingMoment } from '#lib/pure/moment.ts'
import { DetailPage, Facts, Failed, Loading, Panel, usePathParam, useWords } from '#workbench/kit.ts'
import { words as workbenchWords } from '#workbench/words.ts'
import type { Account } from '../contract.ts'
import { AccountActs } from './account-acts.tsx'
import { AccountState } from './accounts.tsx'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { EditPanel } from './edit-account.tsx'
import { pageWords } from './page-words.ts'
import { RolePanel } from './role-panel.tsx'
import { SubjectPanel } from './subject-panel.tsx'
import './identity.css'

/** One account: what it is, and what this administrator may do with it. */
export default function OneAccount() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'one', id], queryFn: () => calls.getAccount({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Shown key={id} it={query.data} />
}

function Shown({ it }: { it: Account }) {
  const title = useWords(pageWords).accounts
  return (
    <DetailPage title={it.name} status={<AccountState isEnabled={it.isEnabled} />} backTo="/admin/accounts" backLabel={title}>
      <AccountFacts it={it} />
      <RolePanel it={it} />
      <AccountActs it={it} />
      {it.allowed.includes('bindSubject') && <SubjectPanel it={it} />}
    </DetailPage>
  )
}

function AccountFacts({ it }: { it: Account }) {
  const t = useWords(adminWords)
  const roleNames = useWords(workbenchWords).roles
  const changedAt = it.passwordChangedAt && beijingMoment(it.passwordChangedAt)
  return (
    <Panel title={t.facts}>
      <Facts
        items={[
          { term: t.login, value: it.login },
          { term: t.role, value: it.roles.map((role) => roleNames[role]).join('、') || t.noRole },
          { term: t.unit, value: it.unit?.name },
          { term: t.deputy, value: it.deputy?.name },
          { term: t.phone, value: it.phone },
          { term: t.password, value: it.hasPassword ? t.hasPassword(changedAt) : t.noPassword },
          { term: t.factor, value: it.hasSecondFactor ? t.factorOn : t.factorOff },
          { term: t.subject, value: it.externalSubject },
          { term: t.createdAt, value: beijingMoment(it.createdAt) },
        ]}
      />
      {it.allowed.includes('edit') && <EditPanel it={it} />}
    </Panel>
  )
}
