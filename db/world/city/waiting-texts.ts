import type { Draft } from '#slices/suggestions/contract.ts'

/** Submitted and not yet reviewed, by the unit they will most likely go to. */
export const submitted: readonly (readonly [day: string, unit: string])[] = [
  ['2022-09-20', '市住建局'],
  ['2022-09-22', '市卫健委'],
  ['2022-09-23', '市交通局'],
  ['2022-09-26', '市房产局'],
  ['2022-09-26', '市民政局'],
]

/** 王敏 has begun these two. */
export const drafts: readonly (readonly [day: string, draft: Draft])[] = [
  [
    '2022-09-18',
    {
      title: '关于规范阳光社区电动自行车集中充电的建议',
      matter: '阳光社区电动自行车越来越多，集中充电桩少、收费不一，楼道充电屡禁不止。',
      requests: ['在社区空地增设集中充电桩', '统一并公示充电收费标准'],
      category: 'livelihood.safety',
      proposedUnitId: null,
      isPublic: true,
      isConfidential: false,
    },
  ],
  [
    '2022-09-25',
    {
      title: '关于动用维修资金前公示不少于七天的建议',
      matter: '结合《物业管理条例（草案）》征求意见座谈，居民希望动用维修资金前有充分的公示。',
      requests: ['动用维修资金前在楼道公示不少于七天'],
      category: 'construction.housing',
      proposedUnitId: null,
      isPublic: true,
      isConfidential: false,
    },
  ],
]

const shared = { proposedUnitId: null, isPublic: true, isConfidential: false } as const

/** 王敏 and 李华 each ask the other to sign with them. */
export const joint: Readonly<Record<'王敏' | '李华', Draft>> = {
  王敏: {
    ...shared,
    title: '关于在老旧小区建立“楼门长”议事制度的建议',
    matter: '老旧小区没有业主委员会的占六成，公共事务无人牵头。阳光社区试行“楼门长”议事半年，楼道堆物、停车争议减少明显，居民认可。',
    requests: ['在老旧小区推广“楼门长”议事制度', '由街道对“楼门长”开展培训并给予必要保障'],
    category: 'construction.housing',
  },
  李华: {
    ...shared,
    title: '关于汛期前公示易涝小区应急预案的建议',
    matter: '易涝小区居民普遍不知道积水时该找谁、往哪里撤。小西社区去年三次积水，物业和街道各有一本预案，内容不一。',
    requests: ['每年5月底前在易涝小区公示统一的应急预案和联系电话', '组织一次居民参加的演练'],
    category: 'construction.utilities',
  },
}

/** What 李华 changed after one co-signer had confirmed, who is asked again. */
export const sharpened: Draft = {
  ...joint.李华,
  requests: [...joint.李华.requests, '在楼门口标明转移路线和集合地点'],
}

/** What may give the person who told it away, so that only the office and the units will see it. */
export const confidential: readonly (Draft & { readonly isAskedByOffice: boolean })[] = [
  {
    ...shared,
    isConfidential: true,
    isPublic: false,
    title: '关于查处某建筑工地拖欠农民工工资的建议',
    matter: '有务工人员反映某在建项目连续三个月拖欠工资，反映人担心被辞退，请求对其身份保密。',
    requests: ['依法查处拖欠工资行为', '对反映人身份予以保密'],
    category: 'livelihood.employment',
    isAskedByOffice: false,
  },
  {
    ...shared,
    isPublic: false,
    title: '关于整治某养老机构违规收取押金的建议',
    matter: '多名老人家属反映某养老机构收取高额押金、退费困难，家属仍有老人在院，担心受到影响。',
    requests: ['核查该机构押金收取和使用情况', '建立养老机构预收费监管制度'],
    category: 'livelihood.care',
    isAskedByOffice: true,
  },
]

/** Not taken as suggestions, each on another ground; the last two were passed on as letters. */
export const declined: readonly (Draft & { readonly ground: 'PERSONAL' | 'CONCRETE_CASE' | 'NO_SUBSTANCE' | 'OUT_OF_SCOPE' | 'FORWARDED' | 'COMPLAINT'; readonly advice: string; readonly passedTo?: string })[] = [
  {
    ...shared,
    title: '关于调整本人住房补贴标准的建议',
    matter: '本人工作调动后住房补贴标准降低，希望有关部门重新核定。',
    requests: ['重新核定本人的住房补贴'],
    category: 'construction.housing',
    ground: 'PERSONAL',
    advice: '所提事项属于个人待遇，请通过所在单位或者市人社局办理；如反映的是政策问题，可就制度另提建议。',
  },
  {
    ...shared,
    title: '关于改判某买卖合同纠纷案的建议',
    matter: '某企业与客户的买卖合同纠纷一审判决后，企业认为判决不公。',
    requests: ['建议法院改判该案'],
    category: 'legal',
    ground: 'CONCRETE_CASE',
    advice: '涉及具体司法案件，请当事人依法上诉；对审判工作的普遍性意见可以另提建议。',
  },
  {
    ...shared,
    title: '关于进一步加强各项工作的建议',
    matter: '各方面工作取得成绩，希望再接再厉。',
    requests: ['进一步加强各项工作'],
    category: 'other',
    ground: 'NO_SUBSTANCE',
    advice: '没有具体问题和意见，请补充情况和建议后重新提出。',
  },
  {
    ...shared,
    title: '关于提高全国城乡居民基础养老金的建议',
    matter: '农村老人基础养老金偏低，希望国家提高标准。',
    requests: ['提高全国城乡居民基础养老金最低标准'],
    category: 'livelihood.employment',
    ground: 'OUT_OF_SCOPE',
    advice: '全国标准由国家制定，可请本市选举的全国人大代表提出；对本市的补充标准可以另提建议。',
  },
  {
    ...shared,
    title: '关于转送同兴里居民来信的建议',
    matter: '随附同兴里居民关于楼顶漏水的来信和照片。',
    requests: ['请有关单位阅处居民来信'],
    category: 'construction.housing',
    ground: 'FORWARDED',
    advice: '代转来信不作为建议编号，拟作为代表来信转市房产局研究，结果会告知您。',
    passedTo: '市房产局',
  },
  {
    ...shared,
    title: '关于反映某物业公司人员违规行为的建议',
    matter: '居民反映某物业公司人员擅自出租公共车位，要求查处。',
    requests: ['查处有关人员违规行为'],
    category: 'legal',
    ground: 'COMPLAINT',
    advice: '属于检举、控告，拟作为代表来信转有权机关依法处理。',
    passedTo: '市城管执法局',
  },
]
