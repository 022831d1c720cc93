import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const { zh, en } = pageWords

/** The screens of promises; who may open one is decided again by the server. */
export const commitmentPages: readonly WorkbenchPage[] = [
  {
    path: '/commitments',
    title: { zh: zh.list, en: en.list },
    roles: readers,
    component: () => import('./list.tsx'),
    rail: { order: 12, icon: 'tasks' },
  },
  { path: '/commitments/$id', title: { zh: zh.one, en: en.one }, roles: readers, component: () => import('./one.tsx') },
  {
    path: '/admin/commitment-terms',
    title: { zh: zh.terms, en: en.terms },
    roles: ['system_admin'],
    component: () => import('./terms.tsx'),
    rail: { order: 63, icon: 'settings' },
  },
]
