import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { FiguresView, Scorecards, YearQuery } from './contract.ts'

const offices = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const

export const figuresApi = define({
  getFigures: {
    method: 'GET',
    path: '/suggestions/figures',
    summary: '办理统计：每个指标带分子、分母、口径和对应的明细',
    audience: [...offices, 'handling_unit'],
    // The present year where none is named.
    query: YearQuery,
    ok: FiguresView,
  },
  getUnitScorecards: {
    method: 'GET',
    path: '/suggestions/figures/units',
    summary: '承办单位办理成绩单；承办单位只看本单位的',
    audience: [...offices, 'handling_unit'],
    // The present year where none is named.
    query: YearQuery,
    ok: Scorecards,
  },
  exportFigures: {
    method: 'GET',
    path: '/suggestions/figures/export',
    summary: '导出 Excel：各单位指标和口径',
    audience: [...offices, 'handling_unit'],
    // The present year where none is named.
    query: YearQuery,
    ok: fileAnswer,
    isRecorded: true,
  },
  getPublicFigures: {
    method: 'GET',
    path: '/public/suggestions/figures',
    summary: '公开的办理统计',
    audience: ['public'],
    // All years where none is named.
    query: YearQuery,
    ok: FiguresView,
  },
  getPublicScorecards: {
    method: 'GET',
    path: '/public/suggestions/figures/units',
    summary: '公开的承办单位办理成绩单',
    audience: ['public'],
    // All years where none is named.
    query: YearQuery,
    ok: Scorecards,
  },
})
