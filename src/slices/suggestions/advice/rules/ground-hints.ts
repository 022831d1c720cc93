import type { groundCodes } from '../../rules/grounds.ts'
import type { Written } from './matters.ts'

export type GroundCode = (typeof groundCodes)[number]

/** A ground of the profile that the text may fall under, with the words that made it. A hint: a person decides. */
export interface GroundHint {
  readonly ground: GroundCode
  readonly words: readonly string[]
}

/**
 * Grounds for which a suggestion may not be accepted (domain A1.3) that the words of a text point to, among those of this place's profile.
 * NO_SUBSTANCE, INTEREST, OUT_OF_SCOPE and ILLEGAL cannot be told by words and are never hinted at.
 */
export function groundHints(it: Written, grounds: readonly GroundCode[]): GroundHint[] {
  const text = [it.title, it.matter, ...it.requests].join('\n').normalize('NFKC')
  return grounds.flatMap((ground) => {
    const words = (SIGNS[ground] ?? []).flatMap((sign) => foundBy(sign, text))
    return words.length > 0 ? [{ ground, words: [...new Set(words)].slice(0, 4) }] : []
  })
}

function foundBy(sign: RegExp, text: string): string[] {
  return [...text.matchAll(sign)].map(([word]) => word.trim())
}

/** What speaks for each ground. A sign that ordinary suggestions use (申诉渠道, 招标投标监管) asks for more words around it. */
const SIGNS: Readonly<Partial<Record<GroundCode, readonly RegExp[]>>> = {
  PERSONAL: [
    /我家(?=[的里有在被已没没因是想要,，、房地拆门])/g,
    /本人(?=及家属|家庭|住房|工资|职称|房屋|土地|宅基地|待遇|退休|工龄|户口|案|的)/g,
    /我(?:的)?(?:爱人|丈夫|妻子|儿子|女儿|父亲|母亲|父母|弟弟|哥哥|姐姐|妹妹|亲戚|亲属)/g,
    /我(?:单位|公司|厂|企业)(?=[的因拟已想欲欠投申承,，、]|希望|请求|需要)/g,
    /请(?:求)?(?:为|给|帮)我(?:家|本人|个人)?(?:解决|落实|办理|安排)/g,
  ],
  CONCRETE_CASE: [
    /\((?:19|20)\d{2}\)[\p{Script=Han}\d]{1,12}?(?:民|刑|行|执|赔|破|仲|商|知)[\p{Script=Han}]{0,4}\d+号/gu,
    /案号[::]?/g,
    /(?:不服|撤销|改判|维持)[^。;\n]{0,16}(?:判决|裁定|裁决|决定书)/g,
    /(?:一审|二审|终审|再审)(?:判决|裁定|法院|期间|阶段|败诉|胜诉)/g,
    /(?:提起|正在|要求|申请)(?:上诉|再审|抗诉)/g,
    /(?:原告|被告|上诉人|被上诉人|被执行人|申请执行人)(?:人)?[\p{Script=Han}]{0,3}(?:某|诉|与|系|称)/gu,
    /(?:仲裁|立案侦查|留置|批捕)(?:阶段|期间|一案|案件审理中)/g,
  ],
  FORWARDED: [
    /(?:现|特|代为|予以)?(?:转交|转送|代转|转递)[^。;\n]{0,16}(?:来信|信件|材料|上访|信访)/g,
    /(?:附|后附|随文附上)[^。;\n]{0,8}(?:来信|信访材料|上访材料|群众信件)/g,
    /信访人[\p{Script=Han}]{0,4}(?:反映|称|要求|请求|某)/gu,
    /来信(?:人|全文|内容)(?:如下|是|称|反映)/g,
  ],
  COMPLAINT: [
    /(?:实名|现|特|向贵委|坚决)(?:举报|控告|检举)/g,
    /(?:举报|控告|检举)(?!(?:投诉)?(?:电话|热线|渠道|平台|奖励|机制|制度|箱|途径|方式|信箱|受理|办法|线索|邮箱|二维码|人权益|人保护))[^。;\n]{0,14}(?:违纪|违法|贪污|受贿|渎职|滥用职权|局长|书记|主任|所长|村主任|某某)/g,
    /(?:不服[^。;\n]{0,14}申诉|提出申诉|申诉人)/g,
    /(?:追究|查处)[\p{Script=Han}]{0,3}(?:局长|书记|主任|所长|某某|某)(?:[^。;\n]{0,6})(?:责任|问题)/gu,
  ],
  BIDDING: [
    /(?:参与|参加|中标|流标|废标)[^。;\n]{0,12}(?:项目|工程|采购)?[^。;\n]{0,6}(?:投标|竞标|标段|评标结果|招标结果)/g,
    /(?:请|希望|建议)[^。;\n]{0,16}(?:由|把|将)[^。;\n]{0,16}(?:公司|企业|集团)(?:承建|中标|承包|承接|施工|供货)/g,
    /(?:取消|撤销|重新)[^。;\n]{0,10}(?:中标资格|中标结果|评标)/g,
  ],
  ACADEMIC_AD: [
    /(?:本|我)(?:公司|产品|品牌|厂)[^。;\n]{0,14}(?:产品|技术|专利|设备|系统)[^。;\n]{0,14}(?:推广|采用|采购|使用|领先)/g,
    /(?:联系电话|订购|购买|咨询|客服|加盟)(?:热线|电话|微信)?[::]?\s*1[3-9]\d{9}/g,
    /(?:招商加盟|诚招代理|独家代理|优惠促销)/g,
    /(?:本文|笔者|拙文)(?:从|认为|试图|拟|就|探讨|提出|将)/g,
    /(?:摘要|关键词|参考文献)[::]/g,
  ],
  CONSULT: [
    /(?:请问|咨询一下|想咨询|请予解答|请解答|请告知|求教)[^。\n]{0,20}/g,
    /(?:是否可以|能否|如何办理|怎么办理|需要哪些(?:材料|手续))[^。\n]{0,12}[??]/g,
  ],
}
