/** Invented names: every combination of a first and a second character is a possible street, community, road or school. */
const streetFirst = '翠景春瑞福康宁泰兴隆盛德信朝曙霞虹柏梧桂竹榆榕枫'
const streetSecond = '湖溪桥岭塘园门台坪林泉源'
const communityFirst = '向和幸惠民安居乐业紫金玉果梨杏桃槐橡云星月晨晴雅静仁孝敬友善诚新永长'
const communitySecond = '阳光馨荷兰菊梅庭华泽润秀景丰顺达祥悦怡苑和盛谷川原'
const roadFirst = '东西南北中建解人和友青团创文学科工农长平'
const roadSecond = '风华兴业安顺达明昌远'

export const streetNames = combine(streetFirst, streetSecond)
export const communityNames = combine(communityFirst, communitySecond)
export const roadNames = combine(roadFirst, roadSecond)

/** Where a contact point stands other than in a community. */
export const pointSites = [
  '农贸市场',
  '产业园',
  '商会',
  '物流园',
  '中心小学',
  '社区医院',
  '科技孵化器',
  '农业合作社',
  '商业街',
  '养老院',
  '公交场站',
  '文化站',
]

function combine(first: string, second: string): string[] {
  return [...first].flatMap((a) => [...second].filter((b) => b !== a).map((b) => a + b))
}
