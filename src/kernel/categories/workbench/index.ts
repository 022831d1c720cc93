import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const { zh, en } = pageWords

/** The dictionary of categories, for those who may change it. */
export const categoryPages: readonly WorkbenchPage[] = [
  {
    path: '/admin/categories',
    title: { zh: zh.categories, en: en.categories },
    roles: ['system_admin', 'deputies_affairs'],
    component: () => import('./categories.tsx'),
    rail: { order: { deputies_affairs: 57, system_admin: 63 }, icon: 'tag' },
  },
]
