import type { UnitSketch } from '../units.ts'

/** The 23 区市县, each with the deputies it elects and the delegation they sit in (city congresses are elected by those below). */
export const districts: readonly { name: string; seats: number; delegation: string }[] = [
  { name: '城东区', seats: 23, delegation: '城区代表团' },
  { name: '城西区', seats: 22, delegation: '城区代表团' },
  { name: '明湖区', seats: 30, delegation: '明湖代表团' },
  { name: '云桥区', seats: 21, delegation: '明湖代表团' },
  { name: '清溪区', seats: 25, delegation: '清溪代表团' },
  { name: '银杏区', seats: 22, delegation: '清溪代表团' },
  { name: '望江区', seats: 26, delegation: '望江代表团' },
  { name: '松岭区', seats: 19, delegation: '望江代表团' },
  { name: '柳河区', seats: 25, delegation: '柳河代表团' },
  { name: '港新区', seats: 20, delegation: '柳河代表团' },
  { name: '高新区', seats: 23, delegation: '高新代表团' },
  { name: '空港区', seats: 17, delegation: '高新代表团' },
  { name: '榆山市', seats: 28, delegation: '榆山代表团' },
  { name: '云岭县', seats: 18, delegation: '榆山代表团' },
  { name: '白河市', seats: 27, delegation: '白河代表团' },
  { name: '松泉县', seats: 19, delegation: '白河代表团' },
  { name: '沙屏市', seats: 23, delegation: '沙屏代表团' },
  { name: '桐源县', seats: 20, delegation: '沙屏代表团' },
  { name: '桃川市', seats: 24, delegation: '桃川代表团' },
  { name: '岩溪县', seats: 17, delegation: '桃川代表团' },
  { name: '丰安县', seats: 21, delegation: '丰安代表团' },
  { name: '禾丰县', seats: 20, delegation: '丰安代表团' },
  { name: '麦川县', seats: 22, delegation: '麦川代表团' },
]

/** Deputies elected by the garrison sit in a delegation of their own. */
export const garrison = { name: '驻市部队', seats: 13, delegation: '驻市部队代表团' }

export const districtGovernments: UnitSketch[] = districts.map(({ name }) => ({
  kind: 'district_government',
  name: `${name}人民政府`,
  short: `${name}政府`,
  letter: `${name.slice(0, 2)}政`,
  duties: `管理${name}行政区域内的经济、城乡建设、教育、卫生、民政、社会保障等行政工作。负责辖区街道、乡镇和社区的公共服务与基层治理，会同市直部门办理涉及本地的代表建议。`,
}))
