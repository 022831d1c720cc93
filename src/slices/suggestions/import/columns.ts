import type { ImportColumn } from '#kernel/imports/api.ts'
import { satisfactions } from '../contract.ts'
import { words } from '../words.ts'

const ratings = { ...namesOf(satisfactions, words.zh.satisfaction) }

/** The columns of a table of earlier suggestions, as offices keep them. */
export const columns: readonly ImportColumn[] = [
  {
    key: 'number',
    label: '编号',
    aliases: ['建议编号', '建议号', '序号及编号', '号'],
    type: 'text',
    isRequired: true,
    most: 20,
    sample: '112',
  },
  { key: 'term', label: '届次', aliases: ['届', '届别'], type: 'text', most: 20, sample: '第十七届' },
  {
    key: 'sitting',
    label: '会次或年度',
    aliases: ['会次', '年度', '会议', '会次/年度', '会议次数'],
    type: 'text',
    most: 40,
    sample: '第一次会议',
  },
  {
    key: 'title',
    label: '标题',
    aliases: ['案由', '建议标题', '题目', '标题案由', '建议名称'],
    type: 'text',
    isRequired: true,
    most: 100,
    sample: '关于加快老旧小区加装电梯的建议',
  },
  {
    key: 'category',
    label: '类别',
    aliases: ['建议类别', '分类', '内容分类', '大类', '小类'],
    type: 'text',
    isRequired: true,
    most: 50,
    sample: '城乡建设',
  },
  {
    key: 'deputy',
    label: '领衔代表',
    aliases: ['代表姓名', '提出代表', '提出人', '领衔人', '代表'],
    type: 'deputy',
    isRequired: true,
    sample: '王敏',
  },
  { key: 'joint', label: '联名代表', aliases: ['附议代表', '附议人', '联名人'], type: 'deputies', sample: '' },
  {
    key: 'matter',
    label: '事由',
    aliases: ['建议内容', '内容', '情况和问题', '主要内容', '内容摘要'],
    type: 'text',
    isRequired: true,
    most: 5000,
    sample: '我市老旧小区多，老年人上下楼困难。',
  },
  {
    key: 'requests',
    label: '具体建议',
    aliases: ['意见建议', '建议事项'],
    type: 'text',
    most: 5000,
    sample: '1. 简化审批\n2. 加大补助',
  },
  {
    key: 'units',
    label: '承办单位',
    aliases: ['主办单位', '办理单位', '承办部门'],
    type: 'units',
    sample: '市房产局',
  },
  {
    key: 'submittedOn',
    label: '提出日期',
    aliases: ['提交日期', '提出时间', '提交时间', '收到日期'],
    type: 'date',
    sample: '2022-01-06',
  },
  { key: 'handedOverOn', label: '交办日期', aliases: ['交办时间', '交办日'], type: 'date', sample: '2022-02-08' },
  { key: 'repliedOn', label: '答复日期', aliases: ['答复时间', '办复日期', '办复时间'], type: 'date', sample: '2022-04-20' },
  { key: 'class', label: '答复类别', aliases: ['办理类别', '答复分类', '结果类别'], type: 'text', most: 20, sample: 'A' },
  {
    key: 'documentNumber',
    label: '答复文号',
    aliases: ['文号', '复函文号', '答复函号'],
    type: 'text',
    most: 40,
    sample: '房函〔2022〕12号',
  },
  { key: 'reply', label: '答复内容', aliases: ['答复正文', '答复摘要'], type: 'text', most: 5000, sample: '' },
  { key: 'attitude', label: '办理态度', aliases: ['态度', '态度评价'], type: 'choice', choices: ratings, sample: '满意' },
  {
    key: 'result',
    label: '办理结果',
    aliases: ['结果', '结果评价', '满意度'],
    type: 'choice',
    choices: ratings,
    sample: '基本满意',
  },
  { key: 'ratedOn', label: '评价日期', aliases: ['评价时间', '反馈日期'], type: 'date', sample: '' },
  {
    key: 'status',
    label: '状态',
    aliases: ['办理状态', '办理情况', '进度'],
    type: 'choice',
    choices: {
      registered: ['已立案', '立案'],
      assigned: ['已交办', '交办'],
      accepted: ['办理中', '正在办理'],
      replied: ['已答复', '待评价', '已办复', '办复'],
      rated: ['已评价'],
      closed: ['办结', '已办结', '已办结归档'],
      withdrawn: ['已撤回', '撤回'],
    },
    sample: '办结',
  },
  {
    key: 'public',
    label: '是否公开',
    aliases: ['公开', '同意公开'],
    type: 'choice',
    choices: { yes: ['是', '公开', '同意'], no: ['否', '不公开', '不同意'] },
    sample: '否',
  },
]

function namesOf<K extends string>(codes: readonly K[], names: Readonly<Record<K, string>>): Record<K, readonly string[]> {
  return Object.fromEntries(codes.map((code) => [code, [names[code]]])) as unknown as Record<K, readonly string[]>
}
