/** Surnames with their weight, close to how common they are; given names by gender. Invented people, no one in particular. */
export const surnames =
  '王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨赵赵赵黄黄周周周吴吴徐徐孙孙孙胡朱高高林林何郭郭马马罗梁宋宋郑谢韩韩唐冯于于董董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单区'

export const womensNames =
  '敏静丽娟燕艳玲芳红霞梅英华玉兰秀英桂芝春梅雪梅晓燕晓红丽娜海燕佳慧雅琴淑华淑芬慧敏慧珍文静文慧思远雨桐欣怡嘉怡梦瑶婉清若兰秋月冬梅凤英凤霞金凤彩霞美玲爱华爱民建红建华立新卫红亚楠亚丽晓雯晓琳春燕丹丹莹莹晶晶倩文倩玉洁玉珍玉莲素珍素梅明霞明珠兰英云霞云芳晓梅海霞艳华艳萍小平小红志红志敏'

export const mensNames =
  '伟强磊军洋勇杰涛明超建国建军建华国强国华国平志强志刚志勇志明文斌文杰文涛海波海涛海峰永强永胜永刚立新立军立民晓东晓明晓峰春生春林德全德明德胜长江长林长青金山金龙玉山玉林少华少波子轩子豪浩然浩宇俊杰俊峰宏伟宏达宏亮振华振东振国庆林庆丰广林广平学文学军家栋家乐昌盛昌明福林福生景明景山世平世杰卫东卫国卫民新民新华利民利军'

/** Splits a run of names: the first `singles` characters are names of one character, the rest of two. */
export function namesIn(run: string, singles: number): string[] {
  const rest = run.slice(singles)
  const pairs = Array.from({ length: Math.floor(rest.length / 2) }, (_, i) => rest.slice(i * 2, i * 2 + 2))
  return [...run.slice(0, singles), ...pairs]
}

/** What deputies do for a living, by the field whose group they may join; `{}` is a place. */
export const occupations: Readonly<Record<string, readonly string[]>> = {
  物业小组: ['{}社区党委书记、居委会主任', '{}物业服务有限公司项目经理', '{}业主委员会主任', '{}社区工作者'],
  教育小组: ['{}中心小学校长', '{}中学高级教师', '{}幼儿园园长', '{}职业技术学校教师'],
  医疗卫生小组: ['{}医院主任医师', '{}社区卫生服务中心护士长', '{}卫生院院长', '{}中医门诊部医师'],
  交通出行小组: ['{}公交车队驾驶员', '{}出租汽车有限公司驾驶员', '{}客运站站长', '{}物流有限公司经理'],
  生态环保小组: ['{}环保科技有限公司工程师', '{}污水处理厂技术员', '{}园林绿化有限公司技师', '{}林场场长'],
  营商环境小组: ['{}机械制造有限公司总经理', '{}商会会长', '{}食品有限公司董事长', '{}餐饮店经营者'],
  农业农村小组: ['{}村党支部书记', '{}种植专业合作社理事长', '{}家庭农场主', '{}农业技术推广站农艺师'],
  法治小组: ['{}律师事务所律师', '{}司法所所长', '{}人民调解员', '{}公证处公证员'],
  养老托育小组: ['{}养老服务中心主任', '{}敬老院院长', '{}家政服务有限公司经理', '{}社区网格员'],
  科技创新小组: ['{}软件有限公司工程师', '{}精密设备有限公司高级技师', '{}研究所研究员', '{}大学教授'],
  文化体育小组: ['{}文化馆馆长', '{}图书馆馆员', '{}评剧团演员', '{}体育学校教练员'],
}

export const nationalities = ['满族', '蒙古族', '回族', '朝鲜族', '锡伯族']
