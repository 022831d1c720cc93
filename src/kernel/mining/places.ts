/** Endings of names of places, longest first; a name of two to eight characters before it. */
const PLACE_ENDINGS =
  '小区|街道|社区|花园|家园|家苑|公寓|公馆|大厦|广场|市场|公园|商场|学院|大学|中学|小学|学校|幼儿园|医院|大道|高速|立交|地铁站|火车站|汽车站|园区|工业园|物流园|新城|之城|安置房|工地|项目|县城|滨河苑|苑|城|园|府|湾|滩|岛|路|街|巷|桥|镇|乡|村|组|栋|站|楼|湖|河|山|里|庭|墅|轩|居'
const PLACE_NAME = new RegExp(`^[\\p{L}\\p{N}]{1,10}?(?:${PLACE_ENDINGS})$`, 'u')
/** "A3区", "B7县": a division as anonymised archives write it; anywhere in a text. */
const CODED_DIVISION = /[a-z]\d*[市区县]/gi
/** "高新区", "锦江区", "泰顺县": only at the start of a heading, as 市 and 区 end many other words (进入市, 小区). */
const LEADING_DIVISION = /^[\p{Script=Han}]{2,3}?(?:自治州|新区|市|区|县|州|旗)/u
const NOT_A_DIVISION = /小区|社区|园区|片区|地区|辖区|城区|郊区|市区|校区|[全我本各这该]/u

/** True when a phrase reads like the name of a place. */
export function looksLikePlace(phrase: string): boolean {
  return PLACE_NAME.test(phrase)
}

/** The divisions (市, 区, 县) a message names, in order, repeats included, letters in upper case. `heading` comes without courtesies. */
export function divisionsIn(heading: string, text: string): string[] {
  const coded = [...`${heading} ${text}`.matchAll(CODED_DIVISION)].map(([name]) => name.toUpperCase())
  const leading = LEADING_DIVISION.exec(heading)?.[0]
  return leading === undefined || NOT_A_DIVISION.test(leading) ? coded : [leading, ...coded]
}

/** Those a message speaks for or about. */
const PEOPLE = [
  '业主',
  '居民',
  '村民',
  '市民',
  '学生',
  '家长',
  '老师',
  '教师',
  '职工',
  '员工',
  '农民工',
  '工人',
  '老人',
  '老年人',
  '退休人员',
  '患者',
  '病人',
  '司机',
  '乘客',
  '消费者',
  '租户',
  '商户',
  '受害人',
  '投资人',
  '残疾人',
  '儿童',
  '孩子',
  '人才',
  '毕业生',
  '拆迁户',
  '购房者',
  '司乘',
  '医生',
  '军人',
  '游客',
  '行人',
] as const

/** The kinds of people that at least a fifth of the texts name, most frequent first, at most three. */
export function peopleIn(texts: readonly string[]): string[] {
  return PEOPLE.map((word) => ({ word, texts: texts.filter((text) => text.includes(word)).length }))
    .filter(({ texts: count }) => count > 0 && count >= texts.length / 5)
    .sort((a, b) => b.texts - a.texts)
    .slice(0, 3)
    .map(({ word }) => word)
}
