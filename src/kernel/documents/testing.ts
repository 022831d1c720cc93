import { toDateOnly } from '#lib/pure/date.ts'
import {
  letter,
  officialDocument,
  plainDocument,
  tableDocument,
  type Letter,
  type OfficialDocument,
  type PlainDocument,
  type TableDocument,
} from './model.ts'

/** 28 different characters: one full line of the body. */
export const FULL_LINE = '地方各级人民代表大会常务委员会依照法律规定监督各方面工作'

/** A notice long enough for a full second page, with every part of 文件格式. */
export function sampleNotice(): OfficialDocument {
  return officialDocument({
    issuer: '临江市人民代表大会常务委员会办公厅文件',
    marks: ['000001'],
    number: '临人办〔2022〕5号',
    title: '关于交办市十七届人大一次会议\n代表建议的通知',
    addressee: '市人民政府办公厅，市监察委员会，市中级人民法院，市人民检察院',
    blocks: [
      { kind: 'paragraph', text: '市十七届人大一次会议期间，代表共提出建议、批评和意见 823 件。现予交办，并提出以下要求。' },
      { kind: 'heading', level: 1, text: '提高认识' },
      { kind: 'heading', level: 2, text: '明确责任' },
      { kind: 'paragraph', text: `${FULL_LINE.repeat(13)}。` },
      { kind: 'heading', level: 3, text: '主办单位自交办之日起三个月内答复代表' },
      { kind: 'heading', level: 4, text: '确有困难的，可以延长至六个月' },
      { kind: 'heading', level: 1, text: '加强沟通' },
      { kind: 'paragraph', text: `${FULL_LINE.repeat(14)}。` },
    ],
    attachments: ['代表建议交办明细表', '承办工作联系人名单'],
    signer: '临江市人民代表大会常务委员会办公厅',
    date: toDateOnly('2022-02-08'),
    note: '此件公开发布',
    copies: ['市委办公厅', '市政协办公厅', '各区（县、市）人大常委会'],
    printed: { by: '临江市人大常委会办公厅', on: toDateOnly('2022-02-09') },
  })
}

/** Pages 2 and on hold nothing but full lines of 28 characters. */
export function sampleFullPages(): OfficialDocument {
  const { printed: _printed, copies: _copies, attachments: _attachments, ...notice } = sampleNotice()
  return { ...notice, blocks: [{ kind: 'paragraph', text: FULL_LINE.repeat(60) }] }
}

export function sampleLetter(): Letter {
  return letter({
    issuer: '临江市住房和城乡建设局',
    number: '临住建函〔2022〕88号',
    class: 'A',
    title: '关于市十七届人大一次会议第088号建议的答复',
    addressee: '顾明远代表',
    blocks: [
      { kind: 'paragraph', text: '您提出的《关于推进老旧小区加装电梯的建议》收悉，现逐条答复如下：' },
      { kind: 'heading', level: 1, text: '关于简化审批' },
      {
        kind: 'paragraph',
        text: '我局已会同市自然资源局将审批时限由 30 个工作日压减至 12 个工作日，2022 年 1—8 月受理 146 台，办结 131 台。',
      },
      { kind: 'heading', level: 1, text: '关于财政补贴' },
      { kind: 'paragraph', text: '每台补贴 15 万元，所需资金列入年度预算。' },
      {
        kind: 'table',
        columns: [
          { header: '区县', share: 2 },
          { header: '申请（台）', share: 1, align: 'right' },
          { header: '办结（台）', share: 1, align: 'right' },
        ],
        rows: [
          ['北城区', '86', '80'],
          ['南湖区', '60', '51'],
        ],
      },
      { kind: 'paragraph', text: '感谢您对我市住房和城乡建设工作的关心和支持。' },
    ],
    signer: '临江市住房和城乡建设局',
    date: toDateOnly('2022-09-27'),
    copies: ['市人大常委会人事代表选举室', '市政府督查室'],
    contact: { name: '周岚', phone: '（024）8888 0000' },
    verification: { record: '2022-建-088', code: '7F3K-92QD' },
  })
}

/** 征询意见表: fields to fill in and a square that opens the same form on a phone. */
export function sampleForm(): PlainDocument {
  return plainDocument({
    title: '建议办理情况征询意见表',
    number: '第88号',
    date: toDateOnly('2022-09-27'),
    blocks: [
      {
        kind: 'table',
        isForm: true,
        columns: [
          { header: '', share: 1 },
          { header: '', share: 3 },
        ],
        rows: [
          ['办理态度', '□满意　□基本满意　□不满意'],
          ['具体意见', '\n\n\n'],
        ],
      },
      { kind: 'qr', address: 'https://city.example/workbench/suggestions/88', caption: '扫码在线评价' },
    ],
  })
}

/** 修改对照表: marks for what was deleted and added; `rows` rows. */
export function sampleTable(rows: number): TableDocument {
  return tableDocument({
    title: '临江市养犬管理条例（草案）修改对照表',
    subtitle: '截至 2022年9月27日',
    basis: '草案二次审议稿与一次审议稿比较；不含标点改动。制表：法制工作委员会，2022年9月27日。',
    date: toDateOnly('2022-09-27'),
    columns: [
      { header: '序号', share: 1, align: 'center' },
      { header: '一次审议稿', share: 5 },
      { header: '二次审议稿', share: 5 },
    ],
    rows: Array.from({ length: rows }, (_, n) => [
      String(n + 1),
      [{ text: `第${n + 1}条　养犬人应当` }, { text: '及时', strike: true }, { text: '清理犬只粪便。' }],
      [{ text: `第${n + 1}条　养犬人应当` }, { text: '立即', bold: true, underline: true }, { text: '清理犬只粪便。' }],
    ]),
    verification: { record: '2022-法-012', code: '8A2C-41XZ' },
  })
}
