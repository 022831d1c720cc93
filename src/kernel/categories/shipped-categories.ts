import type { Dictionary } from './contract.ts'

type Shipped = readonly [code: string, zh: string, en: string]

/**
 * What a congress begins with: four fields that most places have in some words, the rule of law, and the rest. It is a start; each
 * congress makes it its own. Codes that were shipped once stay, since suggestions carry them.
 */
const shipped: readonly (readonly [field: Shipped, classes: readonly Shipped[]])[] = [
  [
    ['economy', '经济发展', 'Economy'],
    [
      ['enterprise', '产业与营商', 'Industry and business'],
      ['agriculture', '农业农村', 'Agriculture and villages'],
      ['trade', '商贸旅游', 'Trade and tourism'],
      ['finance', '财税金融', 'Budget and finance'],
      ['technology', '科技与人才', 'Technology and talent'],
    ],
  ],
  [
    ['construction', '城乡建设', 'Urban and rural construction'],
    [
      ['housing', '住房与物业', 'Housing and property'],
      ['roads', '道路交通', 'Roads and transport'],
      ['utilities', '市政与管网', 'Utilities'],
      ['planning', '规划与用地', 'Planning and land'],
    ],
  ],
  [
    ['environment', '环境保护', 'Environment'],
    [
      ['pollution', '污染防治', 'Pollution control'],
      ['water', '水资源与河湖', 'Water'],
      ['cleanliness', '市容环卫', 'City cleanliness'],
      ['nature', '绿化与自然保护', 'Green space and nature'],
    ],
  ],
  [
    ['livelihood', '民生改善', 'Livelihood'],
    [
      ['education', '教育', 'Education'],
      ['health', '医疗卫生', 'Health'],
      ['care', '养老托育', 'Care for old and young'],
      ['employment', '就业与社会保障', 'Work and social security'],
      ['culture', '文化体育', 'Culture and sport'],
      ['safety', '公共安全', 'Public safety'],
    ],
  ],
  [['legal', '民主法治', 'Democracy and rule of law'], []],
  [['other', '其他', 'Other'], []],
]

export const shippedDictionary: Dictionary = {
  version: 1,
  items: shipped.flatMap(([[field, zh, en], classes], at) => [
    { code: field, zh, en, ordinal: at + 1, retiredOn: null },
    ...classes.map(([code, zh, en], nth) => ({ code: `${field}.${code}`, zh, en, ordinal: nth + 1, retiredOn: null })),
  ]),
}
