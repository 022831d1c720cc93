import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const { zh, en } = pageWords
const titled = (name: keyof typeof zh) => ({ zh: zh[name], en: en[name] })

/** Notices of everybody; where events are pushed to, for the system administrator. */
export const noticePages: readonly WorkbenchPage[] = [
  {
    path: '/notices',
    title: titled('notices'),
    roles: 'everyone',
    component: () => import('./notices.tsx'),
    isInMenu: true,
  },
  {
    path: '/admin/webhooks',
    title: titled('webhooks'),
    roles: ['system_admin'],
    component: () => import('./webhooks.tsx'),
    rail: { order: 68, icon: 'message' },
  },
  {
    path: '/admin/webhooks/$id',
    title: titled('webhook'),
    roles: ['system_admin'],
    component: () => import('./one-webhook.tsx'),
  },
]
