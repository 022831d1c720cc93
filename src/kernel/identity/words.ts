import type { Duty, Role } from './contract.ts'

const zh = {
  name: '账号与权限',
  role: {
    station_liaison: '联系点联络员',
    deputy: '代表',
    deputies_affairs: '代表工委',
    special_committee: '专委会',
    legislative_affairs: '法工委',
    supervision_office: '办公厅督办',
    handling_unit: '承办单位',
    department: '各部门',
    leader: '领导',
    system_admin: '系统管理员',
    security_admin: '安全管理员',
    audit_admin: '审计管理员',
  } satisfies Record<Role, string>,
  duty: { change_password: '请先修改密码', enrol_second_factor: '请先绑定动态口令' } satisfies Record<Duty, string>,
  way: { password: '密码', oidc: '统一身份认证' },
  refusedFor: {
    wrong_secret: '登录名或密码不对',
    wrong_code: '动态口令不对',
    too_many: '失败次数过多',
    blocked: '动态口令暂停使用',
    unbound: '统一身份认证的用户没有绑定账号',
  },
  field: { name: '姓名', unitId: '单位', deputyId: '代表身份', phone: '手机号' } as Readonly<Record<string, string>>,
}

const en: typeof zh = {
  name: 'Accounts and rights',
  role: {
    station_liaison: 'Contact point liaison',
    deputy: 'Deputy',
    deputies_affairs: "Deputies' affairs committee",
    special_committee: 'Special committee',
    legislative_affairs: 'Legislative affairs commission',
    supervision_office: 'General office, supervision',
    handling_unit: 'Handling unit',
    department: 'Department',
    leader: 'Leader',
    system_admin: 'System administrator',
    security_admin: 'Security administrator',
    audit_admin: 'Audit administrator',
  },
  duty: { change_password: 'Change the password first', enrol_second_factor: 'Enrol a second factor first' },
  way: { password: 'password', oidc: 'single sign-on' },
  refusedFor: {
    wrong_secret: 'wrong name or password',
    wrong_code: 'wrong code',
    too_many: 'too many failures',
    blocked: 'one-time codes are suspended',
    unbound: 'the user of the identity provider is not bound to an account',
  },
  field: { name: 'name', unitId: 'unit', deputyId: 'deputy', phone: 'phone' },
}

export const words = { zh, en }
