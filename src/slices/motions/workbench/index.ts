import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const readers = ['deputy', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const { zh, en } = pageWords
const titled = (name: keyof typeof zh) => ({ zh: zh[name], en: en[name] })

/** The screens of motions; who may open one is decided again by the server. */
export const motionPages: readonly WorkbenchPage[] = [
  {
    path: '/motions',
    title: titled('list'),
    roles: readers,
    component: () => import('./list.tsx'),
    rail: { order: 13, icon: 'draft' },
  },
  { path: '/motions/new', title: titled('write'), roles: ['deputy'], component: () => import('./new.tsx') },
  { path: '/motions/$id', title: titled('one'), roles: readers, component: () => import('./case.tsx') },
  { path: '/motions/$id/edit', title: titled('edit'), roles: ['deputy'], component: () => import('./edit.tsx') },
  { path: '/motions/$id/cosign', title: titled('cosign'), roles: ['deputy'], component: () => import('./cosign.tsx') },
  {
    path: '/admin/motion-settings',
    title: titled('settings'),
    roles: ['system_admin'],
    component: () => import('./settings.tsx'),
    rail: { order: 63, icon: 'settings' },
  },
]
