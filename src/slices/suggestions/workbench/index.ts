import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'
import { profilePageWords } from './profile/page-words.ts'

const lookers = ['special_committee', 'supervision_office', 'leader'] as const
const readers = ['deputy', 'handling_unit', 'deputies_affairs', ...lookers] as const
const { zh, en } = pageWords
const titled = (name: keyof typeof zh) => ({ zh: zh[name], en: en[name] })

/** The screens of the first case; who may open one is decided again by the server. */
export const suggestionPages: readonly WorkbenchPage[] = [
  {
    path: '/',
    title: titled('home'),
    roles: ['deputy'],
    component: () => import('./deputy-home.tsx'),
    rail: { order: 1, icon: 'home' },
  },
  {
    path: '/desk',
    title: titled('desk'),
    roles: ['handling_unit', 'deputies_affairs'],
    component: () => import('./desk.tsx'),
    rail: { order: 2, icon: 'todo' },
  },
  {
    path: '/handling',
    title: titled('overview'),
    roles: lookers,
    component: () => import('./overview.tsx'),
    rail: { order: 9, icon: 'chart' },
  },
  {
    path: '/suggestions',
    title: titled('list'),
    roles: readers,
    component: () => import('./list.tsx'),
    rail: { order: 10, icon: 'suggestion' },
    goKey: 's',
  },
  {
    path: '/figures',
    title: titled('figures'),
    roles: ['handling_unit', 'deputies_affairs', ...lookers],
    component: () => import('../figures/workbench/figures.tsx'),
    rail: { order: 13, icon: 'chart' },
  },
  { path: '/suggestions/new', title: titled('write'), roles: ['deputy'], component: () => import('./new.tsx') },
  { path: '/suggestions/$id', title: titled('one'), roles: readers, component: () => import('./case.tsx') },
  { path: '/suggestions/$id/edit', title: titled('edit'), roles: ['deputy'], component: () => import('./edit.tsx') },
  { path: '/suggestions/$id/cosign', title: titled('cosign'), roles: ['deputy'], component: () => import('./cosign.tsx') },
  {
    path: '/suggestions/$id/submitted',
    title: titled('submitted'),
    roles: ['deputy'],
    component: () => import('./submitted.tsx'),
  },
  {
    path: '/admin/profile',
    title: { zh: profilePageWords.zh.profile, en: profilePageWords.en.profile },
    roles: ['system_admin'],
    component: () => import('./profile/versions.tsx'),
    rail: { order: 62, icon: 'settings' },
  },
  {
    path: '/admin/profile/new',
    title: { zh: profilePageWords.zh.newProfile, en: profilePageWords.en.newProfile },
    roles: ['system_admin'],
    component: () => import('./profile/new-profile.tsx'),
  },
]
