import { departments } from '../city/departments.ts'
import { offices } from '../city/offices.ts'
import type { Electorate } from '../people.ts'
import type { UnitSketch } from '../units.ts'

/** The cities that elect the province's deputies; a small selection stands for all. */
export const electorates: readonly Electorate[] = [
  { name: '示例市', seats: 8, delegation: '示例市代表团' },
  { name: '临江市', seats: 6, delegation: '临江市代表团' },
  { name: '北屏市', seats: 5, delegation: '北屏市代表团' },
  { name: '云州市', seats: 5, delegation: '云州市代表团' },
]

const kept = ['办公厅', '代表工委', '法工委', '财经委', '城环委', '市政府', '市监委', '市法院', '市检察院']
const keptDepartments = ['教育局', '交通局', '卫健委', '农业农村局', '生态环境局', '医保局', '财政局', '发改委']

/** The same bodies as the city's, one level up. */
export const provinceUnits: readonly UnitSketch[] = [
  ...offices.filter((it) => kept.includes(it.short)),
  ...departments.filter((it) => keptDepartments.includes(it.short)),
].map((it) => ({
  ...it,
  name: it.name.replace('市中级', '省高级').replace(/^市/, '省'),
  short: it.short.replace(/^市/, '省'),
  letter: `省${it.letter}`,
  duties: it.duties.replaceAll('市级', '省级').replaceAll('全市', '全省').replaceAll('本市', '本省').replaceAll('市人大', '省人大').replaceAll('市属', '省属'),
}))
