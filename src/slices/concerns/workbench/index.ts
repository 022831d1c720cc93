import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'leader'] as const
const { zh, en } = pageWords
const titled = (name: keyof typeof zh) => ({ zh: zh[name], en: en[name] })

/** The screens of direct concerns; who may open one is decided again by the server. */
export const concernPages: readonly WorkbenchPage[] = [
  {
    path: '/concerns',
    title: titled('list'),
    roles: readers,
    component: () => import('./list.tsx'),
    rail: { order: 11, icon: 'opinion' },
  },
  { path: '/concerns/new', title: titled('write'), roles: ['deputy'], component: () => import('./new.tsx') },
  { path: '/concerns/$id', title: titled('one'), roles: readers, component: () => import('./one.tsx') },
]
