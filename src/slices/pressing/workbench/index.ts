import type { WorkbenchPage } from '#workbench/kit.ts'
import { pageWords } from './page-words.ts'

const offices = ['special_committee', 'deputies_affairs', 'supervision_office', 'leader'] as const
const readers = ['deputy', 'handling_unit', ...offices] as const
const arrangers = ['special_committee', 'deputies_affairs'] as const
const planners = ['deputies_affairs', 'handling_unit'] as const
const { zh, en } = pageWords
const titled = (name: keyof typeof zh) => ({ zh: zh[name], en: en[name] })

/** The screens of 督办与成果; who may open one is decided again by the server. */
export const pressingPages: readonly WorkbenchPage[] = [
  {
    path: '/pressing/topics',
    title: titled('topics'),
    roles: readers,
    component: () => import('./topics/list.tsx'),
    rail: { order: { special_committee: 11, deputies_affairs: 13, supervision_office: 13, leader: 13 }, icon: 'flag' },
  },
  {
    path: '/pressing/topics/new',
    title: titled('newTopic'),
    roles: ['special_committee'],
    component: () => import('./topics/new.tsx'),
  },
  { path: '/pressing/topics/$id', title: titled('topic'), roles: readers, component: () => import('./topics/one.tsx') },
  {
    path: '/pressing/topics/$id/edit',
    title: titled('editTopic'),
    roles: arrangers,
    component: () => import('./topics/edit.tsx'),
  },
  {
    path: '/pressing/events',
    title: titled('events'),
    roles: readers,
    component: () => import('./events/list.tsx'),
    rail: { order: { special_committee: 14, deputies_affairs: 14, leader: 14 }, icon: 'people' },
  },
  { path: '/pressing/events/new', title: titled('newEvent'), roles: arrangers, component: () => import('./events/new.tsx') },
  { path: '/pressing/events/$id', title: titled('event'), roles: readers, component: () => import('./events/one.tsx') },
  {
    path: '/pressing/events/$id/edit',
    title: titled('editEvent'),
    roles: arrangers,
    component: () => import('./events/edit.tsx'),
  },
  {
    path: '/pressing/plans',
    title: titled('plans'),
    roles: readers,
    component: () => import('./plans/list.tsx'),
    rail: { order: { deputies_affairs: 15, handling_unit: 15 }, icon: 'ledger' },
  },
  { path: '/pressing/plans/new', title: titled('newPlan'), roles: planners, component: () => import('./plans/new.tsx') },
  { path: '/pressing/plans/$id', title: titled('plan'), roles: readers, component: () => import('./plans/one.tsx') },
  { path: '/pressing/plans/$id/edit', title: titled('editPlan'), roles: planners, component: () => import('./plans/edit.tsx') },
  {
    path: '/pressing/guidance',
    title: titled('guidance'),
    roles: readers,
    component: () => import('./guidance.tsx'),
    rail: { order: { handling_unit: 16 }, icon: 'message' },
  },
  {
    path: '/pressing/enquiries',
    title: titled('enquiries'),
    roles: readers,
    component: () => import('./enquiries/list.tsx'),
    rail: { order: { handling_unit: 14 }, icon: 'people' },
  },
  {
    path: '/pressing/outcomes',
    title: titled('outcomes'),
    roles: readers,
    component: () => import('./outcomes/list.tsx'),
    rail: { order: { deputies_affairs: 17, handling_unit: 17, leader: 17 }, icon: 'star' },
  },
  { path: '/pressing/outcomes/new', title: titled('newOutcome'), roles: planners, component: () => import('./outcomes/new.tsx') },
  { path: '/pressing/outcomes/$id', title: titled('outcome'), roles: readers, component: () => import('./outcomes/one.tsx') },
  {
    path: '/pressing/outcomes/$id/edit',
    title: titled('editOutcome'),
    roles: planners,
    component: () => import('./outcomes/edit.tsx'),
  },
  { path: '/pressing/visits', title: titled('visits'), roles: readers, component: () => import('./visits.tsx') },
]
