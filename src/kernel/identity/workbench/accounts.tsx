import { Link } from '@tanstack/react-router'
import type { Filters } from '#workbench/kit.ts'
import { QueueTable, StatusTag, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import { words as workbenchWords } from '#workbench/words.ts'
import type { Account, Role } from '../contract.ts'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { pageWords } from './page-words.ts'
import './identity.css'

/** Every account of the congress; a system administrator opens them, a security administrator gives them roles. */
export default function Accounts() {
  const t = useWords(adminWords)
  const title = useWords(pageWords).accounts
  const roleNames = useWords(workbenchWords).roles
  const isSystem = usePerson().roles.includes('system_admin')
  return (
    <WorkPage
      title={title}
      lead={isSystem ? t.listLead.system_admin : t.listLead.security_admin}
      actions={
        isSystem && (
          <div className="action-bar">
            <Link className="link-button is-primary" to="/admin/accounts/new">
              ＋ {t.open}
            </Link>
          </div>
        )
      }
    >
      <QueueTable
        queryKey={[...topics, 'list']}
        load={(filters, cursor) => calls.listAccounts({ query: { ...asked(filters), ...(cursor && { cursor }) } })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        hrefOf={({ id }) => `/admin/accounts/${id}`}
        caption={t.caption}
        filters={[
          { kind: 'text', name: 'q', label: t.words },
          {
            kind: 'select',
            name: 'role',
            label: t.role,
            options: Object.entries(roleNames).map(([value, label]) => ({ value, label })),
          },
          {
            kind: 'select',
            name: 'isEnabled',
            label: t.state,
            options: [
              { value: 'true', label: t.enabled },
              { value: 'false', label: t.disabled },
            ],
          },
        ]}
        empty={{ why: t.listEmpty, action: { label: t.open, href: '/workbench/admin/accounts/new' } }}
      />
    </WorkPage>
  )
}

function useColumns() {
  const t = useWords(adminWords)
  const roleNames = useWords(workbenchWords).roles
  return [
    { key: 'name', head: t.name, isName: true, cell: (it: Account) => it.name },
    { key: 'login', head: t.login, cell: (it: Account) => it.login },
    {
      key: 'belongs',
      head: t.belongs,
      cell: (it: Account) => [it.unit?.name, it.deputy?.name].filter(Boolean).join(' / ') || t.none,
    },
    { key: 'roles', head: t.role, cell: (it: Account) => it.roles.map((role) => roleNames[role]).join('、') || t.noRole },
    { key: 'factor', head: t.factor, cell: (it: Account) => (it.hasSecondFactor ? t.factorOn : t.factorOff) },
    {
      key: 'state',
      head: t.state,
      cell: (it: Account) => <AccountState isEnabled={it.isEnabled} />,
    },
  ]
}

/** 使用中 or 已停用, as shape and word. */
export function AccountState({ isEnabled }: { isEnabled: boolean }) {
  const t = useWords(adminWords)
  return isEnabled ? <StatusTag kind="normal" word={t.enabled} plain /> : <StatusTag kind="idle" word={t.disabled} />
}

/** Only what the operation knows: an address may carry anything. */
function asked({ q, role, isEnabled }: Filters) {
  return {
    ...(q && { q }),
    ...(role && { role: role as Role }),
    ...(isEnabled && { isEnabled }),
  }
}
