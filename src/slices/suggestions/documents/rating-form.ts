import { plainDocument, type PlainDocument } from '#kernel/documents/api.ts'
import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { satisfactions, type Satisfaction } from '../contract.ts'
import { words } from '../words.ts'
import { FIELDS, numberOf, letterOf, type CaseFile } from './case-file.ts'

/** 征询意见表: attitude, result, opinion, signature; the square opens the same questions on a phone. What was rated already is ticked. */
export function ratingForm(file: CaseFile): PlainDocument {
  const { it, clock, address, ratings } = file
  const reply = letterOf(file)
  const rating = ratings.find(({ round }) => round === reply.round)
  return plainDocument({
    title: clock.profile.vocabulary.feedbackForm,
    number: numberOf(it),
    date: toDateOnly(reply.on),
    blocks: [
      {
        kind: 'table',
        isForm: true,
        columns: FIELDS,
        rows: [
          ['建议标题', it.title],
          ['领衔代表', it.deputyName],
          ['承办单位', reply.unitName],
          ['答复文号', `${reply.documentNumber}（${formatDateZh(toDateOnly(reply.on))}，${reply.class}类）`],
          ['办理态度', boxes(rating?.attitude)],
          ['办理结果', boxes(rating?.result)],
          ['具体意见', rating?.reason ? rating.reason : '（不满意的，请写明原因）\n\n\n\n'],
          ['代表签名', '\n'],
          ['日　　期', rating ? formatDateZh(toDateOnly(rating.ratedOn)) : '　　　　年　　月　　日'],
        ],
      },
      { kind: 'qr', address, caption: '手机扫码，登录后在线评价；纸质表请交代表工作机构' },
    ],
  })
}

function boxes(chosen: Satisfaction | undefined): string {
  return satisfactions.map((it) => `${it === chosen ? '■' : '□'}${words.zh.satisfaction[it]}`).join('　　')
}
