import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const { zh, en } = pageWords
const titled = (name: keyof typeof zh) => ({ zh: zh[name], en: en[name] })
const administrators = ['system_admin', 'security_admin'] as const

/** The administrators' screens. The own account and the audit log get parts of other modules, so the composition root adds them. */
export const identityPages: readonly WorkbenchPage[] = [
  {
    path: '/admin/accounts',
    title: titled('accounts'),
    roles: administrators,
    component: () => import('./accounts.tsx'),
    rail: { order: 60, icon: 'people' },
  },
  {
    path: '/admin/accounts/new',
    title: titled('newAccount'),
    roles: ['system_admin'],
    component: () => import('./new-account.tsx'),
  },
  {
    path: '/admin/accounts/$id',
    title: titled('oneAccount'),
    roles: administrators,
    component: () => import('./one-account.tsx'),
  },
  {
    path: '/admin/policy',
    title: titled('policy'),
    roles: administrators,
    component: () => import('./policy.tsx'),
    rail: { order: 64, icon: 'shield', label: titled('policyTab') },
  },
]

/** The place of the own account: a tab for deputies, a line in everybody's menu. */
export const accountPlace = {
  path: '/account',
  title: titled('account'),
  roles: 'everyone',
  rail: { order: { deputy: 90 }, icon: 'person', label: titled('accountTab') },
  isInMenu: true,
} as const satisfies Omit<WorkbenchPage, 'component'>

export const auditPlace = {
  path: '/admin/audit',
  title: titled('audit'),
  roles: ['audit_admin'],
  rail: { order: 60, icon: 'archive' },
} as const satisfies Omit<WorkbenchPage, 'component'>
