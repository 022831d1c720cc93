import type { ContactInput, ReplyInput } from '#slices/suggestions/contract.ts'
import type { CourseWish } from '../suggestions/course.ts'
import { about, type Topic } from '../suggestions/topics/topic.ts'

/** What is settled of a suggestion that the screens show by number; all else is thrown as for the others. */
export interface Named {
  readonly deputyName?: string
  readonly topic?: Topic
  readonly districtName?: string
  readonly days?: CourseWish['days']
  readonly contacts?: readonly ContactInput[]
  readonly reply?: Pick<ReplyInput, 'class' | 'text' | 'points'>
  readonly letterNumber?: number
}

/** 第112号, the case of product.md 8.8, in the words of the digest: 224 estates became 475. */
const renewal: Named = {
  deputyName: '王敏',
  districtName: '城东区',
  topic: about(
    'construction',
    '关于老旧小区改造充分听取居民意见的建议',
    '在阳光社区人大代表联络站接待群众时，多位居民反映：老旧小区改造是民心工程，但有的小区先定方案、后告知居民，改的不是居民最急需的；施工中出现质量问题不知向谁反映；完工后也没有人回访。走访的62户居民中，有51户希望参与方案讨论。老旧小区改造在功能、服务、文化等方面改什么、怎么改，应当由居民说了算。',
    ['改造前广泛征求居民意见，由居民选择改造内容', ''],
    ['改造中吸收居民和人大代表监督施工质量', ''],
    ['改造后开展满意度测评和质量回访', ''],
  ),
  days: {
    drafted: '2022-01-12',
    submitted: '2022-02-16',
    assigned: '2022-02-25',
    accepted: '2022-02-28',
    contacts: ['2022-03-04', '2022-03-18', '2022-04-14', '2022-05-12'],
    replied: '2022-05-20',
    rated: '2022-06-01',
  },
  contacts: [
    { kind: 'phone', contactedOn: '2022-03-04', note: '电话联系王敏代表，说明承办处室，听取对改造征求意见方式的想法。' },
    { kind: 'visit', contactedOn: '2022-03-18', note: '走访阳光社区，并就资金安排会商市财政局，听取会办意见。' },
    { kind: 'site', contactedOn: '2022-04-14', note: '邀请代表到小西小区现场察看改造施工。' },
    { kind: 'meeting', contactedOn: '2022-05-12', note: '“面对面”活动：在小西小区座谈，代表2人、单位3人、居民15人。' },
  ],
  reply: {
    class: 'B',
    text: '您提出的《关于老旧小区改造充分听取居民意见的建议》收悉。我局会同市财政局认真研究，多次与您沟通，并在小西小区召开座谈会。今年有10件代表建议涉及老旧小区改造，为此我市将改造计划由224个小区调整为475个。现逐条答复如下。感谢您对房产工作的关心和支持，欢迎继续监督。',
    points: [
      '关于“改造前广泛征求居民意见”。我局已建立“看单点菜”机制：改造前入户发放意见表，列出基础、完善、提升三类项目，由居民选择，方案在小区公示不少于7天，三分之二以上居民同意后方可实施。',
      '关于“改造中吸收居民和人大代表监督”。各改造小区成立“小区改造居民义务监督小组”，由居民志愿者、人大代表参加，监督施工安全和工程质量，发现问题48小时内整改。',
      '关于“改造后开展满意度测评”。完工后逐户开展满意度测评，对工程质量进行回访，做到改造一个、合格一个、满意一个。首批小区的回访12月31日前完成，结果向您书面报告。',
    ],
  },
  letterNumber: 12,
}

/** In-session numbers. Nine more suggestions on old housing estates went to 市房产局, so that there are ten in all (digest). */
const inSession: Readonly<Record<number, Named>> = {
  23: estate('关于将多福社区纳入老旧小区改造计划的建议', '多福社区建于上世纪八十年代，管线老化、屋面渗漏、道路破损，居民改造愿望强烈。', ['将多福社区列入今年老旧小区改造计划', '将多福社区补充列入今年改造计划'], ['同步更新楼内上下水管线', '将楼内管线列入基础改造内容']),
  47: { days: { replied: '2022-08-12', rated: '2022-09-01', rehandled: '2022-09-06' } },
  57: estate('关于老旧小区改造同步完善养老托育设施的建议', '老旧小区老人和孩子多，改造往往只改房屋和道路，缺少养老、托育场所。', ['改造时利用闲置用房设置养老托育点', '摸清可用的闲置用房并优先用于养老托育'], ['完善无障碍通道和扶手', '把坡道、扶手列为必改项目']),
  88: {
    deputyName: '李华',
    districtName: '城西区',
    topic: about(
      'construction',
      '关于根治小西社区低洼路段内涝积水的建议',
      '小西社区地势低洼，排水管径小、出口不畅，每逢大雨积水没过小腿，一楼住户家中进水，去年汛期就有三次。居民年年反映，年年只是临时抽排。',
      ['扩大排水管径并打通出水口', '完成管网检测，论证扩径方案'],
      ['在治理完成前设置固定排涝泵站', '汛期安排移动泵车值守'],
    ),
    days: { replied: '2022-09-05', rated: '2022-09-23' },
  },
  112: renewal,
  134: estate('关于加强老旧小区改造工程质量监督的建议', '一些已完成改造的小区出现外墙开裂、路面沉降，居民不知道质保期和责任单位。', ['公示施工、监理单位和质保期', '在小区入口公示五方责任主体和质保期'], ['建立质量问题快速维修机制', '设立维修专线，质保期内三日到场']),
  178: estate('关于老旧小区改造统筹管线入地的建议', '老旧小区改造与水、电、气、通信施工不同步，道路反复开挖。', ['统筹各专业管线一次施工', '建立专营单位联席会议，统一施工计划'], ['清理空中飞线', '协调通信企业清理飞线']),
  219: {
    deputyName: '王敏',
    districtName: '城东区',
    topic: about(
      'construction',
      '关于优化阳光社区公交线路方便居民接驳地铁的建议',
      '阳光社区周边两年新增住户近三千户，但公交线路绕行，居民到最近的地铁站要换乘一次或者步行二十五分钟，早高峰尤其不便。我和社区工作者统计了三个早高峰的客流，每小时有四百多人步行前往地铁站。',
      ['开通社区至地铁站的接驳线', '完成客流调查，拟开通一条早晚高峰接驳线'],
      ['在社区南门增设公交站', '会同公安、城管部门勘定南门站位'],
    ),
    days: { submitted: '2022-03-15', assigned: '2022-03-23', replied: '2022-09-19', isUnrated: true },
  },
  240: estate('关于老旧小区改造后引入长效物业管理的建议', '有的老旧小区改造后没有物业接管，设施很快损坏，环境反弹。', ['改造方案同步确定管理模式', '把落实管理模式作为改造的前置条件'], ['对新接管的物业给予过渡补贴', '会同财政部门研究过渡期补贴']),
  260: { days: { replied: '2022-08-25', rated: '2022-09-09', rehandled: '2022-09-14' } },
  305: {
    districtName: '高新区',
    topic: about(
      'economy',
      '关于完善中小企业惠企政策兑现机制的建议',
      '受疫情影响，中小企业资金紧张，惠企政策出台不少，但多头申报、材料重复、兑现周期长，有的企业从申请到到账要等八个月。走访的36家企业中，有27家希望政策能够主动找上门。该事项涉及财政、工信、人社、税务等多个部门，需要统筹。',
      ['建立惠企政策统一申报和兑现平台', '牵头建设惠企政策兑现平台'],
      ['明确兑现时限并接受企业监督', '公布各项政策兑现时限和责任单位'],
      ['对符合条件的企业“免申即享”', '会同税务、人社部门梳理免申即享事项'],
    ),
    days: { submitted: '2022-03-18', assigned: '2022-03-29', contacts: ['2022-04-20', '2022-07-14', '2022-09-15'] },
  },
  322: { ...estate('关于明湖区老旧小区改造增设停车位的建议', '明湖区老旧小区停车位不足，车辆占用绿地和消防通道，改造方案对停车考虑不够。', ['改造时挖潜增设停车位', '结合拆违和绿化调整增设停车位'], ['与周边单位共享停车资源', '协调周边机关、学校夜间开放车位']), districtName: '明湖区' },
  398: estate('关于老旧小区改造资金多渠道筹措的建议', '老旧小区改造主要依靠财政资金，社会资本和居民出资渠道不畅。', ['吸引社会资本参与', '推出停车、充电、便民用房等可经营项目'], ['支持居民提取公积金用于改造', '会同公积金中心出台提取办法']),
  431: { deputyName: '王敏', districtName: '城东区' },
  467: estate('关于老旧小区改造注重保留历史文化风貌的建议', '一些建成较早的厂区家属院具有时代特色，老旧小区改造时被统一粉刷，失去原有风貌。', ['改造前开展风貌评估', '对建成五十年以上的小区开展风貌评估'], ['保留有价值的门楼、雕塑和老树', '将保留对象写入改造方案']),
  540: { ...estate('关于扩大榆山市老旧小区改造范围的建议', '榆山市大量建于二〇〇〇年前后的小区设施老化，但未纳入老旧小区改造范围。', ['适当放宽建成年限', '对问题突出的小区适当放宽年限'], ['优先改造居民意愿强的小区', '按居民意愿排序确定改造名单']), districtName: '榆山市' },
}

const between: Readonly<Record<number, Named>> = {
  60: { days: { replied: '2022-08-24', rated: '2022-09-08', rehandled: '2022-09-15' } },
}

export function namedOf(series: string, number: number): Named {
  return (series === '17-1' ? inSession[number] : between[number]) ?? {}
}

function estate(title: string, matter: string, ...requests: Topic['requests'][number][]): Named {
  return { topic: about('construction', title, matter, ...requests) }
}
